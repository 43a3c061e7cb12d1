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

    @Test
    void whatLeavesAGoalIsPlainWithItsCausesAndStackTraces() {
        IllegalStateException cause = new IllegalStateException("a\n::error::b");
        cause.addSuppressed(new IllegalArgumentException("##vso[task.x]"));
        cause.initCause(new java.io.IOException("\u001b[2K", cause));
        AbstractSolutionMojo inspect = new AbstractSolutionMojo("inspect", new TestBuild(directory, true).build) {
            @Override
            void run() throws java.io.IOException {
                throw new java.io.IOException("Reading ##[x] failed", cause);
            }
        };

        assertThatThrownBy(inspect::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Reading ## [x] failed")
                .rootCause()
                .hasToString("java.lang.IllegalStateException: a : :error: :b");
        assertThatThrownBy(inspect::execute).cause().cause().satisfies(copy -> {
            org.assertj.core.api.Assertions.assertThat(copy.getStackTrace()).isEqualTo(cause.getStackTrace());
            org.assertj.core.api.Assertions.assertThat(copy.getSuppressed())
                    .extracting(Throwable::toString)
                    .containsExactly("java.lang.IllegalArgumentException: ## vso[task.x]");
        });
    }

    @Test
    void whatIsNestedTooDeeplyIsNoCrash() {
        AbstractSolutionMojo inspect = new AbstractSolutionMojo("inspect", new TestBuild(directory, true).build) {
            @Override
            void run() {
                throw new StackOverflowError();
            }
        };

        assertThatThrownBy(inspect::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nested too deeply")
                .hasMessageContaining("-Xss");
    }
}
