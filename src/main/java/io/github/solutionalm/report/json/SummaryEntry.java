package io.github.solutionalm.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.PackageArtifact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operation in {@code summary.json}: one key per value of {@link OperationRecord}, whose groups it does not show. */
public final class SummaryEntry {

    private SummaryEntry() {}

    /** Writes the keys of an operation into the object that is open. */
    public static void write(OperationRecord record, JsonWriter json) throws IOException {
        json.verbatim("id", record.id());
        json.verbatim("goal", record.goal());
        json.verbatim("operation", record.end().operation().name());
        json.verbatim("outcome", record.end().outcome().name());
        json.verbatim("environment", record.environment().id());
        json.verbatim("url", record.environment().url());
        json.verbatim("file", record.file().path());
        json.verbatim("sha256", record.file().sha256());
        new JsonParts(json).artifact("artifact", record.file().artifact());
        json.verbatim("solution", record.solution().uniqueName());
        json.verbatim("version", record.solution().version());
        json.verbatim("patchOf", record.solution().patchOf());
        json.flag("anyContent", record.anyContent());
        json.texts("errors", record.end().errors());
        json.number("warnings", record.end().warnings());
        json.verbatim("result", record.result());
    }

    /**
     * Reads an entry strictly: the gate may not take what is not there for good news.
     *
     * @throws IllegalArgumentException when something is missing or of another kind
     */
    public static OperationRecord read(JsonNode entry) {
        return new OperationRecord(
                text(entry, "id"),
                text(entry, "goal"),
                new OperationRecord.Environment(text(entry, "environment"), text(entry, "url")),
                new OperationRecord.File(text(entry, "file"), text(entry, "sha256"), artifact(entry)),
                new OperationRecord.Solution(text(entry, "solution"), text(entry, "version"), text(entry, "patchOf")),
                new OperationRecord.End(
                        Operation.valueOf(text(entry, "operation")),
                        Outcome.valueOf(text(entry, "outcome")),
                        texts(entry, "errors"),
                        number(entry, "warnings")),
                flag(entry, "anyContent"),
                text(entry, "result"));
    }

    /**
     * The Maven artifact that a package is, under the key {@code artifact}; empty when that is null or, as in
     * plans before 0.2, not there.
     *
     * @throws IllegalArgumentException when something of it is missing
     */
    static Optional<PackageArtifact> artifact(JsonNode of) {
        JsonNode artifact = of.path("artifact");
        if (artifact.isNull() || artifact.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new PackageArtifact(
                text(artifact, "groupId"),
                text(artifact, "artifactId"),
                text(artifact, "version"),
                text(artifact, "type"),
                artifact.path("classifier").isNull() ? "" : text(artifact, "classifier"),
                text(artifact, "from")));
    }

    /**
     * The text of a key; may be empty.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static String text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + key + "' is not a text");
        }
        return value.textValue();
    }

    /**
     * The array of a key.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static JsonNode array(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' is not an array");
        }
        return value;
    }

    private static List<String> texts(JsonNode json, String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(json, key)) {
            if (!value.isTextual()) {
                throw new IllegalArgumentException("'" + key + "' holds something that is not a text");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    private static boolean flag(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("'" + key + "' is neither true nor false");
        }
        return value.booleanValue();
    }

    /**
     * The whole number of a key.
     *
     * @throws IllegalArgumentException when there is none, or one that an int has no room for
     */
    public static int number(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException("'" + key + "' is not a whole number");
        }
        return value.intValue();
    }
}
