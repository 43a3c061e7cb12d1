package io.github.solutionalm.report;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.report.json.JsonParts;
import io.github.solutionalm.report.json.JsonWriter;
import io.github.solutionalm.text.PortableName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/** {@code environment.json}: the content of an environment, for programs and for diff. */
public final class EnvironmentReport {

    private final EnvironmentContent content;
    private final JsonWriter json;
    private final JsonParts parts;

    private EnvironmentReport(EnvironmentContent content, JsonWriter json) {
        this.content = content;
        this.json = json;
        this.parts = new JsonParts(json);
    }

    /**
     * Writes {@code environment.json} in place of the one that may be there. Solutions are in install order,
     * components by type and key; there is no array of components when the content has none.
     *
     * @param outputDirectory the parameter of that name; made if it is not there
     * @return the file
     * @throws IOException when it cannot be written; the message names the file and says what to do
     */
    public static Path write(EnvironmentContent content, Path outputDirectory) throws IOException {
        Path file = outputDirectory.toAbsolutePath().normalize().resolve("environment.json");
        return ReportFile.write(
                file, out -> JsonWriter.write(out, json -> new EnvironmentReport(content, json).write()));
    }

    /**
     * Where the snapshot of an environment is unless a goal says otherwise: {@code snapshots/<environment>.db}, by its id, or the
     * name of its host.
     *
     * @param outputDirectory the parameter of that name
     */
    public static Path snapshot(EnvironmentId environment, Path outputDirectory) {
        return outputDirectory
                .toAbsolutePath()
                .normalize()
                .resolve("snapshots")
                .resolve(PortableName.of(ReportFolder.environment(environment), ".db"));
    }

    private void write() throws IOException {
        parts.environment(content.environment());
        if (content.captured().isPresent()) {
            json.object("captured", () -> origin(content.captured().get()));
        }
        json.objects("solutions", content.solutions(), this::solution);
        if (!content.components().isEmpty()) {
            json.objects(
                    "components",
                    content.components().stream()
                            .sorted(Comparator.comparing(EnvironmentContent.Component::key))
                            .toList(),
                    this::component);
        }
    }

    private void origin(EnvironmentSnapshot.Origin origin) throws IOException {
        json.text("url", origin.url());
        json.text("organizationId", origin.organizationId());
        json.text("platformVersion", origin.platformVersion());
        json.instant("takenAt", origin.takenAt());
    }

    private void solution(EnvironmentContent.Solution solution) throws IOException {
        json.text("uniqueName", solution.uniqueName());
        json.text("friendlyName", solution.friendlyName());
        json.text("version", solution.version());
        json.flag("managed", solution.managed());
        json.text("publisher", solution.publisher());
        json.text("patchOf", solution.patchOf());
        json.text("holdingFor", solution.holdingFor());
        json.instant("installedOn", solution.installedOn());
        json.instant("updatedOn", solution.updatedOn());
        json.number("components", solution.components());
    }

    private void component(EnvironmentContent.Component component) throws IOException {
        parts.key(component.key());
        json.text("name", component.name());
        parts.component("parent", component.parent());
        json.texts("layers", component.layers());
        json.flag("published", component.published());
        json.text("state", component.state().map(state -> state.name().toLowerCase(Locale.ROOT)));
        json.text("effective", component.effective().map(effective -> EffectiveFolder.path(component.key())));
        json.number(
                "conflicts",
                component
                        .effective()
                        .map(EnvironmentContent.Effective::conflicts)
                        .orElse(0));
        if (!component.uses().isEmpty()) {
            json.objects("uses", component.uses(), parts::key);
        }
    }
}
