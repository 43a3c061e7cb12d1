package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbstractSolutionMojoTest {

    @TempDir
    private Path directory;

    @Test
    void aGoalThatTakesAllMemorySaysHowToAllowMore() {
        AbstractSolutionMojo inspect = new AbstractSolutionMojo("inspect", new TestBuild(directory, true).build) {
            @Override
            void run() {
                throw new OutOfMemoryError("Java heap space");
            }
        };

        assertThatThrownBy(inspect::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Tried to run solution:inspect but failed because: it needs more memory than")
                .hasMessageContaining("MAVEN_OPTS=-Xmx");
    }
}
