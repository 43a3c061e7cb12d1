package io.github.solutionalm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.DependencyInspection;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.DataAtRisk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas say all that files hold, and nothing else passes (docs/files.md, "Schemas"). */
class SchemasTest {

    private static final Schemas SCHEMAS = new Schemas();

    static Stream<String> names() {
        return SCHEMAS.sources().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachIsASchemaOf2020AndIsCalledAsItsFileIs(String name) {
        JsonNode schema = SCHEMAS.sources().get(name);
        String dialect = "https://json-schema.org/draft/2020-12/schema";

        assertThat(schema.path("$schema").asText()).isEqualTo(dialect);
        assertThat(schema.path("$id").asText()).endsWith("/docs/schema/" + name);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of(dialect))
                        .validate(schema))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theJarHasIt(String name) throws IOException {
        try (InputStream resource = SchemasTest.class.getResourceAsStream("/schema/" + name)) {
            assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(Schemas.FOLDER.resolve(name)));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noObjectHasOtherKeysThanThoseNamed(String name) {
        List<JsonNode> objects = new ArrayList<>();
        objectsOf(SCHEMAS.sources().get(name), objects);

        assertThat(objects).allMatch(object -> object.has("additionalProperties"));
    }

    private static void objectsOf(JsonNode schema, List<JsonNode> objects) {
        if (schema.path("type").asText().equals("object")) {
            objects.add(schema);
        }
        schema.forEach(part -> objectsOf(part, objects));
    }

    @Test
    void aFileWithoutSchemaIsFound(@TempDir Path folder) throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path ours = Files.writeString(elsewhere.resolve("new.json"), "{\n  \"schema\": 1\n}\n");
        Path theirs = Files.writeString(elsewhere.resolve("flow.json"), "{\"properties\": {}}");

        assertThat(SCHEMAS.wrong(ours)).containsExactly(ours + ": there is no schema for new.json");
        assertThat(SCHEMAS.wrong(theirs)).isEmpty();
        Files.delete(ours); // or it is found once more, after this test
    }

    @Test
    void aKeyThatTheSchemaDoesNotNameIsFound() throws IOException {
        ObjectNode summary = (ObjectNode) Schemas.MAPPER.readTree(
                "{\"schema\":1,\"build\":\"b\",\"process\":1,\"operations\":[],\"otherBuilds\":[]}");
        JsonNode schema = SCHEMAS.sources().get("summary.schema.json");

        assertThat(SCHEMAS.wrong(schema, summary)).isEmpty();
        summary.put("more", 1);
        assertThat(SCHEMAS.wrong(schema, summary)).hasSize(1);
        summary.remove(List.of("more", "build"));
        assertThat(SCHEMAS.wrong(schema, summary)).hasSize(1);
    }

    @Test
    void theWordsAreThoseOfTheProgram() {
        JsonNode parts = SCHEMAS.sources().get("parts.schema.json").path("$defs");
        JsonNode plan = SCHEMAS.sources().get("plan.schema.json").at("/$defs/component/properties");

        assertThat(words(parts.path("operation"))).containsExactlyElementsOf(names(Operation.values()));
        assertThat(words(parts.path("change"))).containsExactlyInAnyOrderElementsOf(names(Change.values()));
        List<String> outcomes = new ArrayList<>(words(parts.path("outcome")));
        outcomes.add("STARTED");
        assertThat(outcomes).containsExactlyInAnyOrderElementsOf(names(Outcome.values()));
        assertThat(words(SCHEMAS.sources().get("summary.schema.json").at("/$defs/operation/properties/outcome")))
                .containsExactlyInAnyOrderElementsOf(outcomes);
        assertThat(words(SCHEMAS.sources()
                        .get("import-result.schema.json")
                        .at("/properties/components/items/properties/status")))
                .containsExactlyInAnyOrderElementsOf(names(ComponentResult.Status.values()));
        assertThat(words(plan.at("/dataAtRisk/properties/what")))
                .containsExactlyInAnyOrderElementsOf(names(DataAtRisk.What.values()));
        assertThat(words(plan.at("/dataAtRisk/properties/exactness")))
                .containsExactlyInAnyOrderElementsOf(names(DataAtRisk.Exactness.values()));
        assertThat(words(SCHEMAS.sources()
                        .get("dependencies.schema.json")
                        .at("/properties/problems/items/properties/kind")))
                .containsExactlyInAnyOrderElementsOf(names(DependencyInspection.Kind.values()));
    }

    private static List<String> words(JsonNode schema) {
        return StreamSupport.stream(schema.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
