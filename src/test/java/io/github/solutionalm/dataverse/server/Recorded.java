package io.github.solutionalm.dataverse.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The exchange of one import, as an environment answered it.
 *
 * <p>{@link #own()} is part of the project: the shape is that of a real environment's answers, the names and ids are ours.
 * {@link #real()} is not, and is read where it lies ({@code -Dsolution.recorded=<folder>}) when it is there.
 *
 * @param folder of its files
 * @param upload id of the staged package
 * @param operation id of the system job
 * @param job id of the import job
 * @param solution unique name
 * @param publisher unique name
 * @param installedOn when the solution was installed
 * @param table schema name of the one table in it
 */
public record Recorded(
        Path folder,
        UUID upload,
        UUID operation,
        UUID job,
        String solution,
        String publisher,
        String installedOn,
        String table) {

    public static Recorded own() {
        return new Recorded(
                Path.of("src/test/resources/recorded"),
                UUID.fromString("adef36f3-6bbe-5ac8-b312-8b92632bd857"),
                UUID.fromString("bb21ffe1-886c-590b-a94d-3fb5d861d4bf"),
                UUID.fromString("2d3e558c-e7c8-5064-a73b-3ded54fa8202"),
                "ContosoRepairs",
                "ContosoWorks",
                "2025-03-04T09:03:41Z",
                "contoso_Repair");
    }

    public static Optional<Recorded> real() {
        Path folder = Path.of(System.getProperty("solution.recorded", "../shared/recorded"));
        return Optional.of(new Recorded(
                        folder,
                        UUID.fromString("b3963d4b-dc6c-ee11-9ae7-000d3aaae21d"),
                        UUID.fromString("310799b8-dc6c-ee11-9ae7-000d3aaae21d"),
                        UUID.fromString("1b1fa80d-aa0f-4291-b60c-b0745304ce24"),
                        "TerraformTestSolution",
                        "Crefda7",
                        "2023-10-17T11:03:41Z",
                        "cra6e_TerraformTestTable"))
                .filter(recorded -> Files.exists(recorded.file("post_stage_solution.json")));
    }

    /** Ours, and the real one when it is there. */
    public static Stream<Recorded> all() {
        return Stream.concat(Stream.of(own()), real().stream());
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Lets a server answer the exchange with what was recorded of it, unchanged. */
    public void replay(Script script) {
        replay(script, "StageSolution", "post_stage_solution.json");
        replay(script, "ImportSolutionAsync", "post_import_solution_async.json");
        replay(script, "asyncoperations", "get_async_operations.json");
        replay(script, "RetrieveSolutionImportResult", "get_solution_import_result.json");
        replay(script, "solutions", "get_solution.json");
    }

    private void replay(Script script, String call, String file) {
        script.on(call).always().replay(file(file));
    }

    @Override
    public String toString() {
        return solution;
    }
}
