package io.github.solutionalm.mojo.build;

import io.github.solutionalm.text.PlainText;
import io.github.solutionalm.text.PlainThrowable;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The exception that a goal throws, with its text cleaned for Maven's output: the message, and with {@code -e} and
 * {@code -X} its causes and suppressed exceptions.
 */
public final class PlainFailure {

    private PlainFailure() {}

    public static MojoFailureException of(MojoFailureException e) {
        return PlainThrowable.of(e) == e
                ? e
                : like(
                        e,
                        new MojoFailureException(
                                message(e), PlainThrowable.of(e).getCause()));
    }

    public static MojoExecutionException of(MojoExecutionException e) {
        return PlainThrowable.of(e) == e
                ? e
                : like(
                        e,
                        new MojoExecutionException(
                                message(e), PlainThrowable.of(e).getCause()));
    }

    private static String message(Exception e) {
        return PlainText.of(String.valueOf(e.getMessage()));
    }

    private static <E extends Exception> E like(E original, E copy) {
        copy.setStackTrace(original.getStackTrace());
        for (Throwable suppressed : PlainThrowable.of(original).getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }
}
