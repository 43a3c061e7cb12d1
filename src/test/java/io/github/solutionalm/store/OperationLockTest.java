package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.NOW;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.url;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationLockTest {

    @TempDir
    Path folder;

    private final Time time = new Time();
    private final List<String> heard = new ArrayList<>();

    @Test
    void oneOperationAtATime() {
        OperationLock lock = open().acquire("import of Orders", ZERO, this::hear);
        LockTimeoutException refused =
                catchThrowableOfType(LockTimeoutException.class, () -> open().acquire("publish", ZERO, this::hear));
        lock.close();
        lock.close();

        assertThat(refused.holder())
                .startsWith(
                        "import of Orders (process " + ProcessHandle.current().pid())
                .contains("since 2026-11-22T10:00:00Z");
        assertThat(refused.waited()).isZero();
        assertThat(refused).hasMessageContaining(refused.holder()).hasMessageContaining("-Dsolution.lockTimeout");
        assertThat(heard).isEmpty();
        assertThat(folder.toFile().list()).containsExactly("environment.db");
        open().acquire("publish", ZERO, this::hear).close();
    }

    @Test
    void theSecondWaitsAndHearsForWhat() {
        OperationLock first = open().acquire("import of Orders", ZERO, this::hear);
        time.after(ofSeconds(70), first::close);
        open().acquire("publish", ofMinutes(10), this::hear).close();

        assertThat(heard).hasSize(3).allMatch(text -> text.contains("import of Orders"));
        assertThat(heard.get(0)).endsWith("0 s");
        assertThat(heard.get(2)).endsWith("60 s");
        assertThat(time.elapsed()).isBetween(ofSeconds(70), ofSeconds(71));
    }

    @Test
    void theWaitEndsAfterTheTimeout() {
        try (OperationLock lock = open().acquire("import of Orders", ZERO, this::hear)) {
            assertThatThrownBy(() -> open().acquire("publish", ofSeconds(45), this::hear))
                    .isInstanceOfSatisfying(LockTimeoutException.class, timeout -> assertThat(timeout.waited())
                            .isBetween(ofSeconds(45), ofSeconds(46)));
            assertThat(heard).hasSize(2);
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void anInterruptedWaitEnds() {
        try (OperationLock lock = open().acquire("import of Orders", ZERO, this::hear)) {
            EnvironmentStore impatient = EnvironmentStore.open(
                    url(folder),
                    time,
                    millis -> {
                        throw new InterruptedException();
                    },
                    Schema.CURRENT);
            assertThatThrownBy(() -> impatient.acquire("publish", ofSeconds(45), this::hear))
                    .isInstanceOf(StoreException.class)
                    .isNotInstanceOf(LockTimeoutException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void theLockDiesWithItsProcess() throws Exception {
        open();
        Process process = OtherProcess.start("hold", folder);
        try {
            assertThatThrownBy(() -> open().acquire("publish", ZERO, this::hear))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("import by another (process " + process.pid());
        } finally {
            process.destroyForcibly().waitFor();
        }

        assertThat(folder.resolve("environment.db-lock")).exists();
        open().acquire("publish", ZERO, this::hear).close();
        assertThat(folder.resolve("environment.db-lock")).doesNotExist();
    }

    @Test
    void otherProcessesAreKeptOutWhateverThisOneTries() throws Exception {
        try (OperationLock lock = open().acquire("import of Orders", ZERO, this::hear)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> open().acquire("publish", ZERO, this::hear))
                        .isInstanceOf(LockTimeoutException.class);
            }
            assertThat(OtherProcess.answer("try", folder)).startsWith("held: import of Orders");
            assertThat(lock).isNotNull();
        }
        assertThat(OtherProcess.answer("try", folder)).isEqualTo("free");
    }

    @Test
    void otherClassLoadersOfThisJvmAreKeptOutAndReadWithTheSameSqlite() throws Exception {
        EnvironmentStore store = open();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
                OperationLock lock = store.acquire("import of Orders", ZERO, this::hear)) {
            var other = loader.loadClass(OtherProcess.class.getName()).getDeclaredMethod("attempt", Path.class);
            assertThat(other.getDeclaringClass()).isNotSameAs(OtherProcess.class);
            other.setAccessible(true);
            store.change(tx -> {
                tx.publishers().save(Fixture.CONTOSO);
                assertThat((String) other.invoke(null, folder)).startsWith("held: import of Orders");
            });

            see(store, tx -> assertThat(tx.publishers().find("contoso")).isPresent());
            assertThat(OtherProcess.answer("try", folder)).startsWith("held: import of Orders");
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void aKilledWriterLeavesTheStateBefore() throws Exception {
        open().change(tx -> Fixture.install(tx, Fixture.solution("Orders", "1.0.0.0")));
        OtherProcess.start("write", folder).destroyForcibly().waitFor();

        EnvironmentStore store = open();
        see(store, tx -> assertThat(tx.solutions().all()).hasSize(1));
        see(store, tx -> assertThat(tx.contents().has(Fixture.hash("0"))).isFalse());
        store.acquire("import", ZERO, this::hear).close();
        assertThat(store.<Integer, RuntimeException>transact(tx -> tx.jobs().interruptRunning()))
                .isEqualTo(1);
        assertThat(folder.toFile().list()).containsExactly("environment.db");
    }

    private EnvironmentStore open() {
        return EnvironmentStore.open(url(folder), time, time::sleep, Schema.CURRENT);
    }

    private void hear(String holder, Duration waited) {
        heard.add(holder + " " + waited.toSeconds() + " s");
    }

    private static URL[] classPath() {
        return Stream.of(OtherProcess.classPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(OperationLockTest::toUrl)
                .toArray(URL[]::new);
    }

    private static URL toUrl(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** Time that passes when somebody sleeps. */
    private static final class Time extends Clock {

        private Instant now = NOW;
        private Instant due = Instant.MAX;
        private Runnable action = () -> {};

        void after(Duration delay, Runnable action) {
            this.due = now.plus(delay);
            this.action = action;
        }

        void sleep(Duration pause) {
            now = now.plus(pause);
            if (!now.isBefore(due)) {
                due = Instant.MAX;
                action.run();
            }
        }

        Duration elapsed() {
            return Duration.between(NOW, now);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
