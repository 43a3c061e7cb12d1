package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PlatformCode;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            assertThat(copy.getStackTrace()).isEqualTo(cause.getStackTrace());
            assertThat(copy.getSuppressed())
                    .extracting(Throwable::toString)
                    .containsExactly("java.lang.IllegalArgumentException: ## vso[task.x]");
        });
    }

    /** Whatever goal, whatever it throws: the log is plain, and so is what Maven prints of the exception. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspect",
                "settings",
                "pack",
                "unpack",
                "plan",
                "diff",
                "import",
                "stage-upgrade",
                "apply-upgrade",
                "publish",
                "list",
                "snapshot",
                "check-dependencies",
                "report",
                "rehearse",
                "verify"
            })
    void noGoalIsLeftOut(String goal) {
        String hostile = "a\n::error::b";
        for (Exception thrown : List.of(
                new MojoFailureException(hostile),
                new MojoExecutionException(hostile),
                new RefusalException(PlatformCode.IMPORT_ERROR.finding(hostile)),
                new SolutionException(hostile),
                new java.io.IOException(hostile),
                new IllegalStateException(hostile))) {
            thrown.addSuppressed(new IllegalArgumentException(hostile));
            RecordingLog log = new RecordingLog();
            AbstractSolutionMojo mojo = failing(goal, thrown);
            mojo.setLog(log);

            assertThatThrownBy(mojo::execute).satisfies(e -> {
                assertThat(e).message().contains(": :error: :b").doesNotContain(hostile);
                assertThat(printed(e)).contains("Suppressed: ").doesNotContain(hostile);
                assertThat(e.getStackTrace()).isNotEmpty();
            });
            assertThat(log.lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                    .contains("a : :error: :b"));
        }
    }

    private AbstractSolutionMojo failing(String goal, Exception thrown) {
        TestBuild test = new TestBuild(directory, true);
        test.request.getUserProperties().setProperty("solution.file", "a.zip"); // no goal looks for modules
        return new AbstractSolutionMojo(goal, test.build) {
            @Override
            void run() throws SolutionException, java.io.IOException, MojoExecutionException, MojoFailureException {
                getLog().info("a\n::error::b");
                printout().warning("a\n::error::b");
                AbstractSolutionMojoTest.<RuntimeException>sneak(thrown);
            }
        };
    }

    @SuppressWarnings("unchecked") // each is one that a goal may throw
    private static <E extends Exception> void sneak(Exception e) throws E {
        throw (E) e;
    }

    private static String printed(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
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
