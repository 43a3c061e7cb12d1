package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What leaves a goal is plain text, and still tells where it came from. */
class PlainFailureTest {

    private static final String HOSTILE = "##vso[task.complete]";
    private static final String HARMLESS = "## vso[task.complete]";

    @Test
    void whatIsPlainIsLeftAsItIs() {
        MojoFailureException failure = new MojoFailureException("plain");
        MojoExecutionException error = new MojoExecutionException("plain");

        assertThat(PlainFailure.of(failure)).isSameAs(failure);
        assertThat(PlainFailure.of(error)).isSameAs(error);
    }

    @Test
    void aFailureKeepsItsStackTraceItsCauseAndWhatWasSuppressed() {
        keepsAll(new MojoFailureException(HOSTILE, new IOException(HOSTILE)));
    }

    @Test
    void soDoesAnError() {
        keepsAll(new MojoExecutionException(HOSTILE, new IOException(HOSTILE)));
    }

    private static void keepsAll(Exception original) {
        original.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "method", "A.java", 7)});
        original.getCause().setStackTrace(new StackTraceElement[] {new StackTraceElement("B", "method", "B.java", 8)});
        original.addSuppressed(new IllegalStateException(HOSTILE));

        Exception copy = original instanceof MojoFailureException failure
                ? PlainFailure.of(failure)
                : PlainFailure.of((MojoExecutionException) original);

        assertThat(copy)
                .isNotSameAs(original)
                .isExactlyInstanceOf(original.getClass())
                .hasMessage(HARMLESS);
        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(copy.getCause()).hasMessage(HARMLESS);
        assertThat(copy.getCause().getStackTrace())
                .isEqualTo(original.getCause().getStackTrace());
        assertThat(copy.getSuppressed()).singleElement().satisfies(suppressed -> assertThat(suppressed)
                .hasMessage(HARMLESS));
    }
}
