package io.github.solutionalm.report.json;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Prediction;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.report.platform.Warnings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code import-result.json}: the result for programs. Keys and their order are those of docs/files.md. */
public final class ResultDocument {

    private final ImportResult result;
    private final JsonWriter json;
    private final JsonParts parts;

    private ResultDocument(ImportResult result, JsonWriter json) {
        this.result = result;
        this.json = json;
        this.parts = new JsonParts(json);
    }

    /**
     * Writes the file.
     *
     * @throws IOException when the stream can't be written; half of the document may be in it then
     */
    public static void write(ImportResult result, OutputStream out) throws IOException {
        JsonWriter.write(out, json -> new ResultDocument(result, json).write());
    }

    private void write() throws IOException {
        json.text("goal", result.goal());
        json.text("operation", result.operation().name());
        json.text("outcome", result.outcome().name());
        parts.environment(result.environment());
        parts.packageFile(result.file());
        parts.solution(result.manifest());
        json.text("previousVersion", result.previousVersion());
        parts.options(result.options());
        json.text("importJobId", result.importJobId());
        json.instant("startedOn", result.startedOn());
        json.instant("completedOn", result.completedOn());
        phases();
        counts();
        parts.findings("errors", result.errors());
        parts.findings("warnings", result.warnings());
        parts.missingDependencies(result.missingDependencies());
        parts.leftOff(result.leftOff());
        prediction();
        components();
    }

    /** What took how long; written only where somebody took the time. */
    private void phases() throws IOException {
        if (!result.phases().isEmpty()) {
            json.objects("phases", result.phases(), phase -> {
                json.text("phase", phase.phase());
                json.number("millis", phase.time().toMillis());
            });
        }
    }

    /** What the plan had foretold; written only of an operation that was planned. */
    private void prediction() throws IOException {
        if (result.prediction().isPresent()) {
            Prediction prediction = result.prediction().get();
            json.object("prediction", () -> {
                json.number("planned", prediction.planned());
                json.number("agreed", prediction.agreed());
                json.objects("differences", prediction.differences(), difference -> {
                    parts.key(difference.key());
                    json.text("foretold", difference.foretold().map(Change::name));
                    json.text("happened", difference.happened().map(Change::name));
                    json.text("certainty", difference.certainty().name().toLowerCase(Locale.ROOT));
                });
            });
        }
    }

    private void counts() throws IOException {
        json.object("counts", () -> {
            json.number("added", done(Change.ADD));
            json.number("changed", done(Change.CHANGE));
            json.number("unchanged", done(Change.UNCHANGED));
            json.number("deleted", done(Change.DELETE));
            json.number("unlayered", done(Change.UNLAYER));
            json.number("kept", done(Change.KEEP));
            json.number("hidden", result.hidden());
            json.number("leftOff", result.leftOff().size());
            json.number("failed", result.count(Status.FAILURE));
            json.number("warnings", Warnings.count(result));
        });
    }

    /** How many components were changed in this way indeed: what a refused import did not come to is not counted. */
    private long done(Change change) {
        return result.components().stream()
                .filter(component -> component.change() == change)
                .filter(component -> component.status() == Status.SUCCESS || component.status() == Status.WARNING)
                .count();
    }

    private void components() throws IOException {
        List<ComponentResult> sorted = result.components().stream()
                .sorted(Comparator.comparing(ComponentResult::key))
                .toList();
        json.objects("components", sorted, component -> {
            parts.key(component.key());
            json.text("name", component.name());
            json.text("change", component.change().name());
            json.text("status", component.status().name());
            json.text("code", component.code());
            json.text("text", component.text());
        });
    }
}
