package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.solutionalm.SolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be the environment: the message says what was tried, with which file, why not, and the way out. */
class EnvironmentFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        Path file = Files.writeString(folder.resolve("environment.db"), "This is a text. ".repeat(1000));

        assertRefused(file).hasMessageContaining("it is not an SQLite database").hasMessageContaining("left unchanged");
    }

    @Test
    void anEnvironmentOfANewerVersion() throws Exception {
        Rehearsal rehearsal = Rehearsal.in(folder);
        rehearsal.open().close();
        EnvironmentDump.change(rehearsal.file(), "INSERT INTO schema_version VALUES (99, '', '')");

        assertRefused(rehearsal.file())
                .hasMessageContaining("it has schema version 99")
                .hasMessageContaining("Use a version of the plugin that knows schema version 99");
    }

    @Test
    void aFileThatIsReadOnly() throws Exception {
        Path file = Rehearsal.in(folder).file();
        Rehearsal.at(file).open().close();
        assertThat(file.toFile().setReadOnly()).isTrue();
        assumeFalse(Files.isWritable(file), "This user may write everything");

        assertRefused(file).hasMessageContaining("the file is read-only").hasMessageContaining("Allow writing");
    }

    @Test
    void aDirectory() {
        assertRefused(folder).hasMessageContaining("it is a directory").hasMessageContaining("Name a file in it");
    }

    @Test
    void whereItIsNotThereItIsMade() throws Exception {
        Rehearsal rehearsal = Rehearsal.at(folder.resolve("target/solution/environment.db"));

        assertThat(rehearsal.content().solutions()).isEmpty();
        assertThat(rehearsal.file()).exists();
        assertThat(rehearsal.file().getParent().toFile().list()).containsExactly("environment.db");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file) {
        return assertThatThrownBy(() -> Rehearsal.at(file).open())
                .isInstanceOf(SolutionException.class)
                .hasMessageStartingWith("Tried to open the environment " + file + " but failed because: ")
                .hasMessageContaining("<environment><url>")
                .hasMessageContaining("-Dsolution.environment");
    }
}
