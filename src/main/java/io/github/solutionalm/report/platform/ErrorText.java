package io.github.solutionalm.report.platform;

/** Error texts of the platform, which scripts search for (docs/platform-facts.md, "The job document"). */
final class ErrorText {

    /** {@code ImportMissingDependenciesError}. */
    static final String MISSING_DEPENDENCIES = "0x8004801D";

    private static final String PREFIX = "Solution manifest import: FAILURE: ";

    private ErrorText() {}

    static String prefixed(String message) {
        return message.startsWith(PREFIX) ? message : PREFIX + message;
    }

    /** The whole text of a refusal for missing dependencies, with the list in it that tools cut out and parse. */
    static String missingDependencies(String solution, String list) {
        return prefixed("The following solution cannot be imported: " + solution
                + ". Some dependencies are missing. The missing dependencies are : " + list
                + " , ProductUpdatesOnly : False");
    }
}
