package io.github.solutionalm.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of the files that goals write: {@code plan.json} has {@code plan.schema.json}, and so on for every file. */
public final class Schemas {

    static final Path FOLDER = Path.of("docs/schema");
    static final String ENDING = ".schema.json";
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** How each of our files begins, whatever it is called. */
    private static final String BEGIN = "{\n  \"schema\": ";

    /** What is in the schemas, by file name. */
    private final Map<String, JsonNode> sources = new TreeMap<>();

    private final SchemaRegistry registry;

    public Schemas() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ENDING)).toList()) {
                sources.put(file.getFileName().toString(), MAPPER.readTree(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byId = new TreeMap<>();
        sources.values().forEach(schema -> byId.put(schema.path("$id").asText(), schema.toString()));
        registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId));
    }

    /** What is in the schemas, by file name. */
    Map<String, JsonNode> sources() {
        return sources;
    }

    /** What is wrong with a file that a goal may have written; nothing with others. */
    public List<String> wrong(Path file) throws IOException {
        String name = file.getFileName().toString();
        Optional<JsonNode> schema = Optional.ofNullable(sources.get(name.replace(".json", ENDING)));
        String text = Files.readString(file);
        if (schema.isEmpty()) {
            return text.startsWith(BEGIN) ? List.of(file + ": there is no schema for " + name) : List.of();
        }
        try {
            return wrong(schema.get(), MAPPER.readTree(text)).stream()
                    .map(error -> file + ": " + error)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(file + ": " + e.getMessage());
        }
    }

    List<String> wrong(JsonNode schema, JsonNode document) {
        Schema validator =
                registry.getSchema(SchemaLocation.of(schema.path("$id").asText()));
        return validator.validate(document).stream().map(Object::toString).toList();
    }
}
