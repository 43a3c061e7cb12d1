package io.github.solutionalm.report.junit;

/**
 * One test of a suite.
 *
 * @param name tells it from the others of its suite
 * @param verdict how it ended
 * @param message why it did not pass, on one line; empty when it did
 * @param type what kind of failure it is, such as the platform's code and name of it; may be empty
 * @param text all that there is to say, in lines; may be empty
 */
public record Case(String name, Verdict verdict, String message, String type, String text) {

    /** How a test can end. */
    public enum Verdict {
        PASSED,
        /** A rule or a gate does not allow it. */
        FAILURE,
        /** Something technical prevented it, or it is not known how it ended. */
        ERROR,
        /** The operation did not come to it. */
        SKIPPED
    }

    static Case passed(String name, String text) {
        return new Case(name, Verdict.PASSED, "", "", text);
    }
}
