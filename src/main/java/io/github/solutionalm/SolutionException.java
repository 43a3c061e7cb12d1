package io.github.solutionalm;

/**
 * An operation could not be started or finished for a reason outside the package and the content of the environment:
 * configuration, I/O, a lock. The message says what was being done, to what, why it failed and what to do now.
 */
public class SolutionException extends Exception {

    private static final long serialVersionUID = 1L;

    public SolutionException(String message) {
        super(message);
    }

    public SolutionException(String message, Throwable cause) {
        super(message, cause);
    }
}
