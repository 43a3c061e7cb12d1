package io.github.solutionalm.store;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.solutionalm.files.ObstacleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Something else stands where the environment or its lock file is to be: links, pipes, directories, files of somebody else. */
@Timeout(600)
class ObstaclesTest {

    private static final String PRECIOUS = "Somebody's own text";

    @TempDir
    Path folder;

    private Path database;
    private Path lock;
    private Path victim;

    @BeforeEach
    void places() throws IOException {
        database = folder.resolve("environment.db");
        lock = folder.resolve("environment.db-lock");
        victim = Files.writeString(folder.resolve("victim.txt"), PRECIOUS);
    }

    @Test
    void aLockFileThatIsALinkIsNeverFollowed() throws IOException {
        Files.createSymbolicLink(lock, victim);

        assertNotLocked().hasMessageContaining("its lock file " + lock + " is a symbolic link");
        assertThat(victim).hasContent(PRECIOUS);
        assertThat(lock).isSymbolicLink();
    }

    @Test
    void norIsOneThatLeadsNowhere() throws IOException {
        Path elsewhere = folder.resolve("elsewhere.txt");
        Files.createSymbolicLink(lock, elsewhere);

        assertNotLocked().hasMessageContaining("is a symbolic link");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void aLockFileWithAnotherNameIsSomebodysOwn() throws IOException {
        Files.createLink(lock, victim);
        assumeTrue(ObstacleException.names(lock) == 2, "The system tells how many names a file has");

        assertNotLocked().hasMessageContaining("a file with 2 names (hard links)");
        assertThat(victim).hasContent(PRECIOUS);
    }

    @Test
    void aDirectoryAndAPipeInPlaceOfTheLockFile() throws Exception {
        Files.createDirectory(lock);
        assertNotLocked().hasMessageContaining("is a directory");
        Files.delete(lock);
        makePipe(lock);

        assertNotLocked().hasMessageContaining("is a pipe, a socket or a device");
    }

    @Test
    void afterTheObstacleIsGoneTheLockIsFree() throws IOException {
        Files.createSymbolicLink(lock, victim);
        assertNotLocked().hasMessageContaining("Delete it");
        Files.delete(lock);

        acquire(database).close();
    }

    @Test
    void aFolderThatWentAwayIsNotWaitedFor() throws IOException {
        Path place = folder.resolve("folder");
        EnvironmentStore store = Fixture.open(place);
        Files.delete(store.file());
        Files.delete(place);

        assertThatThrownBy(() -> store.acquire("import", ofMinutes(10), (holder, waited) -> {}))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("its folder no longer exists");
    }

    @Test
    void anEnvironmentThatIsALinkHasOneLockUnderAllItsNames() throws Exception {
        Fixture.open(folder);
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.createSymbolicLink(other.resolve("environment.db"), database);

        try (OperationLock held = acquire(other.resolve("environment.db"))) {
            assertThat(lock).exists();
            assertThat(OtherProcess.answer("try", folder)).startsWith("held: import");
            assertThat(held).isNotNull();
        }
        assertThat(other.toFile().list()).containsExactly("environment.db");
    }

    @Test
    void anEnvironmentWithSeveralNamesIsNotWritten() throws IOException {
        Fixture.open(folder);
        Path backup = Files.createLink(folder.resolve("backup.db"), database);
        assumeTrue(ObstacleException.names(backup) == 2, "The system tells how many names a file has");

        assertRefused(database).hasMessageContaining("the file has 2 names (hard links)");
        Files.delete(backup);
        acquire(database).close();
    }

    @Test
    void aPipeIsNoEnvironment() throws Exception {
        makePipe(database);

        assertRefused(database).hasMessageContaining("it is a pipe, a socket or a device");
    }

    @Test
    void journalsThatAreLinksAreNotFollowed() throws IOException {
        Fixture.open(folder);
        for (String suffix : new String[] {"-wal", "-shm", "-journal"}) {
            Path link = folder.resolve("environment.db" + suffix);
            Files.createSymbolicLink(link, victim);
            try {
                Fixture.open(folder).change(tx -> Fixture.content(tx, suffix));
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("environment.db");
            }
            assertThat(victim).hasContent(PRECIOUS);
            Files.deleteIfExists(link);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertNotLocked() {
        return assertThatThrownBy(() -> acquire(database))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(LockTimeoutException.class)
                .hasMessageStartingWith("Tried to lock the environment " + database + " but failed because: ");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file) {
        return assertThatThrownBy(() -> EnvironmentStore.open("jdbc:sqlite:" + file, Fixture.CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Tried to open the environment " + file + " but failed because: ");
    }

    private static OperationLock acquire(Path file) {
        return EnvironmentStore.open("jdbc:sqlite:" + file, Fixture.CLOCK)
                .acquire("import", ZERO, (holder, waited) -> {});
    }

    private static void makePipe(Path path) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("mkfifo", path.toString()).start();
            assumeTrue(process.waitFor() == 0, "The system has named pipes");
        } catch (IOException e) {
            assumeTrue(false, "The system has named pipes");
        }
    }
}
