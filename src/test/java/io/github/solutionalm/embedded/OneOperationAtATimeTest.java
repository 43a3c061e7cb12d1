package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.NOW;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.store.ImportJob;
import io.github.solutionalm.store.OperationLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/concepts.md, "One operation at a time". */
class OneOperationAtATimeTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path orders;

    @BeforeEach
    void environment() throws IOException {
        rehearsal = Rehearsal.in(folder);
        orders =
                managed("Orders", "1.0.0.0").columns("contoso_order", 1200, "x").zip(folder);
    }

    @Test
    void aSecondOperationFailsAfterTheLockTimeoutAndNamesTheHolder() throws Exception {
        try (OperationLock lock = rehearsal.store().acquire("import of Other 2.0", Duration.ZERO, (h, w) -> {})) {
            ImportResult result =
                    rehearsal.with(Clock.systemUTC()).imports(orders, options().lockTimeout(Duration.ofMillis(300)));

            assertThat(lock).isNotNull();
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(codes(result.errors())).containsExactly("0x80071151");
            assertThat(result.errors().get(0).message())
                    .contains("import of Other 2.0")
                    .contains("-Dsolution.lockTimeout");
            assertThatThrownBy(rehearsal::publish)
                    .isInstanceOf(SolutionException.class)
                    .hasMessageContaining("0x80071151");
        }
        assertThat(rehearsal.jobs()).isEmpty();
        rehearsal.holding(orders);
    }

    @Test
    void theSecondWaitsAndIsToldForWhat() throws Exception {
        List<String> heard = new ArrayList<>();
        OperationLock lock = rehearsal.store().acquire("import of Other 2.0", Duration.ZERO, (h, w) -> {});
        ImportListener listener = new ImportListener() {
            @Override
            public void waiting(String holder, Duration waited) {
                heard.add("waiting for " + holder.replaceAll(" \\(.*", ""));
                lock.close();
            }

            @Override
            public void packageOpened(PackageFile file) {
                heard.add("opened");
            }
        };

        assertThat(rehearsal
                        .imports(
                                orders,
                                options().lockTimeout(Duration.ofMinutes(1)).build(),
                                listener)
                        .outcome())
                .isEqualTo(Outcome.INSTALLED);
        assertThat(heard).containsExactly("waiting for import of Other 2.0", "opened");
    }

    @Test
    void othersMayReadButNotWriteWhileAnImportRuns() throws Exception {
        List<Object> seen = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void manifestRead(SolutionManifest manifest, Optional<Installed> installed) {
                try {
                    seen.add(rehearsal.solutions());
                    ImportResult other = rehearsal.imports(orders, options().lockTimeout(Duration.ZERO));
                    seen.add(other.outcome());
                    seen.add(other.errors().get(0).message());
                } catch (SolutionException e) {
                    throw new AssertionError(e);
                }
            }
        };

        rehearsal.imports(orders, options().build(), listener);
        assertThat(seen.get(0)).isEqualTo(List.of());
        assertThat(seen.get(1)).isEqualTo(Outcome.FAILED);
        assertThat(seen.get(2)).asString().contains("import of Orders_1_0_0_0_managed.zip");
        assertThat(rehearsal.solutions()).containsExactly("Orders 1.0.0.0");
    }

    @Test
    void aPackageThatCannotBeReadWaitsForItsTurnToo() throws Exception {
        Path text = Files.writeString(folder.resolve("text.zip"), "This is a text");
        List<Outcome> seen = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void packageOpened(PackageFile file) {
                try {
                    seen.add(rehearsal
                            .imports(text, options().lockTimeout(Duration.ZERO))
                            .outcome());
                } catch (SolutionException e) {
                    throw new AssertionError(e);
                }
            }
        };

        rehearsal.imports(orders, options().build(), listener);
        assertThat(seen).containsExactly(Outcome.FAILED);
    }

    @Test
    void anOperationThatTakesTooLongIsRolledBack() throws Exception {
        rehearsal.holding(
                managed("Base", "1.0.0.0").webResource("contoso_/a.js", "a").zip(folder));
        String before = EnvironmentDump.everything(rehearsal.file());
        Time time = new Time();
        ImportListener slow = new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                if (total > 0) {
                    time.now = time.now.plus(Duration.ofMinutes(40)); // after 500 of 1201 components
                }
            }
        };

        ImportResult result = rehearsal.with(time).imports(orders, options().build(), slow);

        assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(result.errors().get(0).message()).contains("PT1H").contains("-Dsolution.timeout");
        assertThat(result.components())
                .hasSize(1201)
                .allMatch(component -> component.at().isEmpty());
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
        assertThat(rehearsal.lastJob().end().outcome()).isEqualTo("TIMED_OUT");
        assertThat(rehearsal.lastJob().state()).isEqualTo(ImportJob.State.FAILED);
        rehearsal.holding(orders);
    }

    @Test
    void soIsAnApplyThatTakesTooLong() throws Exception {
        rehearsal.holding(orders);
        rehearsal.stages(managed("Orders", "2.0.0.0")
                .column("contoso_order", "contoso_c0", "x")
                .zip(folder));
        String before = EnvironmentDump.everything(rehearsal.file());
        Time time = new Time();
        ImportListener slow = new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                time.now = time.now.plus(Duration.ofMinutes(61));
            }
        };

        try (EmbeddedEnvironment environment = rehearsal.with(time).open()) {
            assertThat(environment
                            .applyUpgrade(Rehearsal.applying("Orders"), slow)
                            .outcome())
                    .isEqualTo(Outcome.TIMED_OUT);
        }
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
        assertThat(rehearsal.applies("Orders").outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void aTimeoutAlsoEndsReading() throws Exception {
        Time time = new Time();
        ImportListener slow = new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                time.now = time.now.plus(Duration.ofMinutes(1));
            }
        };

        assertThat(rehearsal.with(time).imports(orders, options().build(), slow).outcome())
                .isEqualTo(Outcome.TIMED_OUT);
        assertThat(rehearsal.solutions()).isEmpty();
    }

    @Test
    void aFaultInTheMiddleLeavesNothingAndAJobThatFailed() throws Exception {
        rehearsal.open().close();
        String before = EnvironmentDump.everything(rehearsal.file());
        ImportListener faulty = new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                if (total > 0) {
                    throw new IllegalStateException("out of paper");
                }
            }
        };

        assertThatThrownBy(() -> rehearsal.imports(orders, options().build(), faulty))
                .isInstanceOf(IllegalStateException.class);
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
        assertThat(rehearsal.lastJob().state()).isEqualTo(ImportJob.State.FAILED);
        assertThat(rehearsal.lastJob().end().errors()).contains("out of paper");
        rehearsal.holding(orders);
    }

    @Test
    void anInterruptedJobIsMarkedByTheNextOperation() throws Exception {
        UUID id = UUID.randomUUID();
        rehearsal.store().change(tx -> tx.jobs()
                .start(ImportJob.running(id, new ImportJob.Request("import", "x.zip", "", ""), NOW)));

        rehearsal.holding(orders);
        assertThat(rehearsal.jobs())
                .extracting(ImportJob::state)
                .containsExactly(ImportJob.State.INTERRUPTED, ImportJob.State.COMPLETED);
        assertThat(rehearsal.jobs().get(0).id()).isEqualTo(id);
    }

    @Test
    void publishingMarksAnInterruptedJobToo() throws Exception {
        rehearsal.store().change(tx -> tx.jobs()
                .start(ImportJob.running(UUID.randomUUID(), new ImportJob.Request("import", "x.zip", "", ""), NOW)));

        try (EmbeddedEnvironment environment = rehearsal.open()) {
            environment.publish(new PublishRequest(Duration.ZERO), ImportListener.NONE);
        }
        assertThat(rehearsal.lastJob().state()).isEqualTo(ImportJob.State.INTERRUPTED);
    }

    /** Time that tests let pass. */
    private static final class Time extends Clock {

        private Instant now = NOW;

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
