package io.github.solutionalm;

/**
 * An operation could not be started or finished, for a reason that lies neither in the package nor in what the
 * environment holds: configuration, I/O, a lock. The message says what was being done, to what, why it failed and
 * what to do now.
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
