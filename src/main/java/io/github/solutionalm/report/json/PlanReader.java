package io.github.solutionalm.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.Operation;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code plan.json} strictly: what is carried out must be exactly what was reviewed. */
public final class PlanReader {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Some 200,000 components; text and tree of so much take two thirds of 512 MB. */
    private static final long MAX_BYTES = 32L << 20;

    private PlanReader() {}

    /**
     * Reads a plan that can be carried out.
     *
     * @throws IOException when the file can't be read, has more than 32 MB, is no plan, is damaged, is of another schema, or is
     *     the plan of what would be refused or is blocked; the message names the file and says what to do
     */
    public static PlanFile read(Path file) throws IOException {
        JsonNode json;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException("it has " + Files.size(file) + " bytes; the limit for a plan is " + MAX_BYTES);
            }
            json = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new IOException(
                    "The saved plan " + file + " can't be read: " + e
                            + ". Check the path in <savedPlan> or -Dsolution.savedPlan, or make the plan with solution:plan.",
                    e);
        }
        checkThatItIsOne(json, file);
        try {
            checkThatItCanBeCarriedOut(json, file);
            return new PlanFile(
                    plan(json, file),
                    packageOf(json).map(of -> SummaryEntry.text(of, "file")),
                    packageOf(json).flatMap(SummaryEntry::artifact));
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static void checkThatItIsOne(JsonNode json, Path file) throws IOException {
        if (!json.path("basis").isObject() && !json.path("blocked").isBoolean()) {
            throw new IOException(
                    file + " is not a plan. Give a plan.json or apply-plan.json written by solution:plan.");
        }
        if (json.path("schema").asInt() != JsonWriter.SCHEMA) {
            throw new IOException("The saved plan " + file + " has the schema " + json.path("schema")
                    + ", and this version of the plugin reads " + JsonWriter.SCHEMA
                    + ". Make the plan with the plugin version that carries it out.");
        }
    }

    private static void checkThatItCanBeCarriedOut(JsonNode json, Path file) throws IOException {
        JsonNode errors = SummaryEntry.array(json, "errors");
        if (!errors.isEmpty()) {
            throw new IOException("The saved plan " + file + " is the plan of an operation that would be refused: "
                    + SummaryEntry.text(errors.get(0), "message")
                    + " Fix this, and make a new plan with solution:plan.");
        }
        if (flag(json, "blocked")) {
            throw new IOException("The saved plan " + file + " is blocked and can't be carried out: blockedBy of its"
                    + " components names the causes. Fix this, and make a new plan with solution:plan.");
        }
    }

    private static SavedPlan plan(JsonNode json, Path file) {
        Operation operation = Operation.valueOf(SummaryEntry.text(json, "operation"));
        JsonNode solution = json.path("solution");
        return new SavedPlan(
                file.toString(),
                SummaryEntry.text(json.path("environment"), "url"),
                operation,
                SummaryEntry.text(solution, "uniqueName"),
                SummaryEntry.text(solution, "version"),
                packageOf(json).map(of -> SummaryEntry.text(of, "sha256")).orElse(""),
                changes(json),
                basis(json.path("basis"), operation));
    }

    private static Optional<JsonNode> packageOf(JsonNode json) {
        JsonNode node = json.path("package");
        if (!node.isObject() && !node.isNull()) {
            throw new IllegalArgumentException("'package' is neither an object nor null");
        }
        return Optional.of(node).filter(JsonNode::isObject);
    }

    private static Map<ComponentKey, Change> changes(JsonNode json) {
        Map<ComponentKey, Change> changes = new HashMap<>();
        for (JsonNode component : SummaryEntry.array(json, "components")) {
            ComponentKey key = new ComponentKey(
                    ComponentType.named(SummaryEntry.text(component, "type")), SummaryEntry.text(component, "key"));
            if (changes.put(key, Change.valueOf(SummaryEntry.text(component, "change"))) != null) {
                throw new IllegalArgumentException(key + " occurs twice");
            }
        }
        return changes;
    }

    /** A plan to do nothing was made from nothing. */
    private static PlanBasis basis(JsonNode basis, Operation operation) {
        String fingerprint = SummaryEntry.text(basis, "fingerprint");
        if (!FINGERPRINT.matcher(fingerprint).matches() && !(fingerprint.isEmpty() && operation == Operation.NONE)) {
            throw new IllegalArgumentException("'fingerprint' is not a SHA-256");
        }
        if (!basis.path("solutions").isObject()) {
            throw new IllegalArgumentException("'solutions' is not an object");
        }
        Map<String, String> solutions = new TreeMap<>();
        basis.path("solutions")
                .fieldNames()
                .forEachRemaining(name -> solutions.put(name, SummaryEntry.text(basis.path("solutions"), name)));
        return new PlanBasis(solutions, fingerprint);
    }

    private static boolean flag(JsonNode json, String key) {
        if (!json.path(key).isBoolean()) {
            throw new IllegalArgumentException("'" + key + "' is neither true nor false");
        }
        return json.path(key).booleanValue();
    }

    private static IOException damaged(Path file, Exception e) {
        return new IOException(
                "The saved plan " + file + " is damaged ("
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                        + "). Use the file unchanged as solution:plan wrote it, or make a new plan.",
                e);
    }
}
