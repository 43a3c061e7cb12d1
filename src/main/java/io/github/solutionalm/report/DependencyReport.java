package io.github.solutionalm.report;

import io.github.solutionalm.DependencyInspection;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.report.json.JsonParts;
import io.github.solutionalm.report.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code dependencies.json}: what packages require, and what the dependencies of a project bring. */
public final class DependencyReport {

    private final JsonWriter json;
    private final JsonParts parts;

    private DependencyReport(JsonWriter json) {
        this.json = json;
        this.parts = new JsonParts(json);
    }

    /**
     * Writes {@code dependencies.json} in place of the one that may be there.
     *
     * @param outputDirectory the parameter of that name; made if it is not there
     * @return the file
     * @throws IOException when it cannot be written; the message names the file and says what to do
     */
    public static Path write(DependencyInspection inspection, Path outputDirectory) throws IOException {
        Path file = outputDirectory.toAbsolutePath().normalize().resolve("dependencies.json");
        return ReportFile.write(
                file, out -> JsonWriter.write(out, json -> new DependencyReport(json).write(inspection)));
    }

    private void write(DependencyInspection inspection) throws IOException {
        json.objects("packages", inspection.packages(), checked -> {
            parts.packageFile(checked.file());
            parts.solution(Optional.of(checked.manifest()));
            json.objects("requires", checked.requirements(), this::requirement);
        });
        json.objects("dependencies", inspection.dependencies(), dependency -> {
            parts.artifact("artifact", Optional.of(dependency.artifact()));
            json.text("scope", dependency.scope());
            json.flag("direct", dependency.direct());
            parts.solution(Optional.of(dependency.manifest()));
        });
        json.objects("problems", inspection.problems(), problem -> {
            json.text("kind", problem.kind().name());
            json.flag("fails", problem.fails());
            json.text("solution", problem.solution());
            json.text("message", problem.message());
        });
    }

    private void requirement(DependencyInspection.Requirement requirement) throws IOException {
        json.text("uniqueName", requirement.solution());
        json.text("version", requirement.version().map(SolutionVersion::toString));
        json.number("components", requirement.components());
        parts.artifact("broughtBy", requirement.broughtBy());
    }
}
