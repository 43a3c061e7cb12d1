package io.github.solutionalm.dataverse.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The recorded answers of a real environment. They are not part of the project: they are read where they lie
 * ({@code -Dsolution.recorded=<folder>}), and tests that need them are skipped without them.
 */
public final class Recorded {

    private Recorded() {}

    public static Path folder() {
        return Path.of(System.getProperty("solution.recorded", "../shared/recorded"));
    }

    /** Whether they are there. */
    public static boolean isThere() {
        return Files.exists(folder().resolve("post_stage_solution.json"));
    }

    /** Lets a server answer the exchange of one import with what was recorded of it, unchanged. */
    public static void replay(Script script) {
        replay(script, "StageSolution", "post_stage_solution.json");
        replay(script, "ImportSolutionAsync", "post_import_solution_async.json");
        replay(script, "asyncoperations", "get_async_operations.json");
        replay(script, "RetrieveSolutionImportResult", "get_solution_import_result.json");
        replay(script, "solutions", "get_solution.json");
    }

    private static void replay(Script script, String call, String file) {
        script.on(call).always().replay(folder().resolve(file));
    }
}
