package io.github.solutionalm;

/**
 * How closely to look at an environment that is captured.
 *
 * @param scope of which solutions
 * @param dataAtRisk what of its rows
 * @param maxRequests how many requests a capture may send; what would take more is not looked at, and the plan says so
 */
public record CaptureOptions(Scope scope, DataCount dataAtRisk, int maxRequests) {

    /** The defaults of the parameters. */
    public static final CaptureOptions DEFAULTS = new CaptureOptions(Scope.SOLUTIONS, DataCount.ESTIMATE, 5_000);

    /** Of which solutions layers and dependencies are read. */
    public enum Scope {
        /** Of those that the packages touch; of all others what they list. */
        SOLUTIONS,
        /** Of every managed solution. */
        ALL
    }

    /** What is counted of the rows that deletions would lose. */
    public enum DataCount {
        /** Nothing: what would be lost is unknown. */
        NONE,
        /** Rows of tables, by the environment's own figure of the last 24 hours: one request for all. */
        ESTIMATE,
        /** Also values of columns, links and assignments: about one request for each table. */
        COUNT
    }
}
