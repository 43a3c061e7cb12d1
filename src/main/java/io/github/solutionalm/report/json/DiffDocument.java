package io.github.solutionalm.report.json;

import io.github.solutionalm.SolutionDiff;
import io.github.solutionalm.model.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** {@code diff.json}: keys and their order are those of docs/files.md. */
public final class DiffDocument {

    private DiffDocument() {}

    /**
     * Writes the file. The same packages give the same bytes.
     *
     * @throws IOException when the stream can't be written; half of the document may be in it then
     */
    public static void write(SolutionDiff diff, OutputStream out) throws IOException {
        JsonWriter.write(out, json -> write(diff, json, new JsonParts(json)));
    }

    private static void write(SolutionDiff diff, JsonWriter json, JsonParts parts) throws IOException {
        json.text("goal", "diff");
        parts.packageFile(diff.file());
        parts.solution(Optional.of(diff.manifest()));
        json.object("against", () -> {
            parts.packageFile(diff.against().file());
            if (diff.against().environment().isPresent()) {
                parts.environment(diff.against().environment().get());
            } else {
                json.absent("environment");
            }
            json.text("version", diff.against().version());
        });
        json.object("counts", () -> {
            json.number("added", diff.count(Change.ADD));
            json.number("changed", diff.count(Change.CHANGE));
            json.number("unchanged", diff.unchanged());
            json.number("deleted", diff.count(Change.DELETE));
            json.number("unlayered", diff.count(Change.UNLAYER));
        });
        json.objects("components", diff.differences(), difference -> {
            parts.key(difference.key());
            json.text("name", difference.name());
            json.text("change", difference.change().name());
            if (difference.change() == Change.CHANGE) {
                parts.details(difference.details());
            }
        });
    }
}
