package io.github.solutionalm.report;

import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.report.json.JsonParts;
import io.github.solutionalm.report.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code inspection.json}: the content of packages. */
public final class InspectionReport {

    private final JsonWriter json;
    private final JsonParts parts;

    private InspectionReport(JsonWriter json) {
        this.json = json;
        this.parts = new JsonParts(json);
    }

    /**
     * Writes {@code inspection.json} in place of the one that may be there, with all packages of one run in the order
     * given. The counts are sorted by type.
     *
     * @param outputDirectory the parameter of that name; made if it is not there
     * @return the file
     * @throws IOException when it cannot be written; the message names the file and says what to do
     */
    public static Path write(List<PackageInspection> inspections, Path outputDirectory) throws IOException {
        Path file = outputDirectory.toAbsolutePath().normalize().resolve("inspection.json");
        return ReportFile.write(
                file,
                out -> JsonWriter.write(
                        out, json -> json.objects("packages", inspections, new InspectionReport(json)::inspection)));
    }

    private void inspection(PackageInspection inspection) throws IOException {
        parts.packageFile(inspection.file());
        solution(inspection.manifest());
        counts("counts", inspection.counts());
        counts("context", inspection.context());
        json.numbers("languages", inspection.languages());
        json.objects("requiredSolutions", inspection.requiredSolutions(), required -> {
            json.text("name", required.name());
            json.number("components", required.components());
        });
        json.number("rootComponents", inspection.manifest().rootComponents().size());
        json.flag("containsCode", !inspection.code().isEmpty());
        json.objects("code", inspection.code(), this::code);
        json.objects("environmentVariables", inspection.settings().variables(), this::variable);
        json.objects("connectionReferences", inspection.settings().references(), reference -> {
            json.text("logicalName", reference.logicalName());
            json.text("name", reference.displayName());
            json.text("connectorId", reference.connectorId());
        });
        parts.findings("warnings", inspection.warnings());
    }

    private void solution(SolutionManifest manifest) throws IOException {
        json.object("solution", () -> {
            json.text("uniqueName", manifest.uniqueName());
            json.text("friendlyName", manifest.friendlyName());
            json.text("description", manifest.description());
            json.text("version", manifest.version().toString());
            json.flag("managed", manifest.managed());
            json.text("patchOf", manifest.patchOf());
            json.text("configurationPage", manifest.configurationPage());
            json.number("languageCode", manifest.languageCode());
            publisher(manifest.publisher());
        });
    }

    private void publisher(Publisher publisher) throws IOException {
        json.object("publisher", () -> {
            json.text("uniqueName", publisher.uniqueName());
            json.text("displayName", publisher.displayName());
            json.text("description", publisher.description());
            json.text("email", publisher.email());
            json.text("website", publisher.website());
            json.text("customizationPrefix", publisher.customizationPrefix());
            if (publisher.optionValuePrefix().isPresent()) {
                json.number("optionValuePrefix", publisher.optionValuePrefix().get());
            } else {
                json.absent("optionValuePrefix");
            }
        });
    }

    private void counts(String name, Map<String, Integer> counts) throws IOException {
        json.object(name, () -> {
            for (Map.Entry<String, Integer> count : new TreeMap<>(counts).entrySet()) {
                json.number(count.getKey(), count.getValue());
            }
        });
    }

    /** Writes a variable without its values: some are long, and the place of a secret is nobody's concern here. */
    private void variable(EnvironmentVariable variable) throws IOException {
        json.text("schemaName", variable.schemaName());
        json.text("name", variable.displayName());
        json.text("type", variable.type().name());
        json.flag("required", variable.required());
        json.flag("hasDefault", variable.defaultValue().isPresent());
        json.flag("hasValue", variable.value().isPresent());
    }

    private void code(PackageInspection.Code code) throws IOException {
        json.text("type", code.type());
        json.text("key", code.key());
        json.text("name", code.name());
        json.number("size", code.size());
        json.texts("hosts", code.hosts());
    }
}
