package io.github.solutionalm.dataverse.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.dataverse.contract.Contract.Member;
import io.github.solutionalm.dataverse.contract.Contract.Query;
import io.github.solutionalm.dataverse.contract.Contract.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contracts, read from {@code src/test/resources/contracts}, one file a call. */
public final class Contracts {

    /** What every listing has around its rows. */
    public static final String PAGE = "page";

    /** What every refusal says. */
    public static final String ERROR = "error";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Optional<Contract>> READ = new ConcurrentHashMap<>();

    private Contracts() {}

    /** The contract of a call or table, if there is one. */
    public static Optional<Contract> find(String name) {
        return READ.computeIfAbsent(name, Contracts::read);
    }

    /** The contract that has to be there. */
    public static Contract of(String name) {
        return find(name).orElseThrow(() -> new AssertionError("There is no contract of " + name));
    }

    /** All of them, by name. */
    public static List<Contract> all() {
        try (Stream<Path> files =
                Files.list(Path.of(Contracts.class.getResource("/contracts").toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.replace(".json", ""))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .map(Contracts::of)
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Contract> read(String name) {
        try (InputStream file = Contracts.class.getResourceAsStream("/contracts/" + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(of(name, JSON.readTree(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the client may read for a while although no contract states it, as {@code <call> <member>}. */
    static Set<String> exemptions() {
        try (InputStream file = Contracts.class.getResourceAsStream("/contracts/exemptions.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" ", 3))
                    .map(words -> words[0] + " " + words[1])
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract that some JSON states. */
    static Contract of(String name, JsonNode json) {
        Map<String, String> sources = new LinkedHashMap<>();
        json.path("sources")
                .properties()
                .forEach(entry -> sources.put(entry.getKey(), entry.getValue().asText()));
        List<String> calls = new ArrayList<>();
        json.path("call").forEach(call -> calls.add(call.asText()));
        return new Contract(
                name,
                calls,
                json.path("for").asText(),
                json.path("page").asText(),
                sources,
                list(json.path("sends"), Contracts::member),
                list(json.path("accepts"), Contracts::member),
                list(json.path("query"), Contracts::query),
                list(json.path("reads"), Contracts::member),
                list(json.path("answers"), Contracts::member),
                list(json.path("values"), Contracts::value));
    }

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> one) {
        List<T> list = new ArrayList<>();
        json.forEach(entry -> list.add(one.apply(entry)));
        return List.copyOf(list);
    }

    private static Member member(JsonNode json) {
        return new Member(
                json.path("member").asText(),
                json.path("type").asText(),
                json.path("nullable").asBoolean(),
                text(json, "source"),
                text(json, "lookedFor"));
    }

    private static Query query(JsonNode json) {
        return new Query(
                json.path("option").asText(),
                json.path("form").asText(),
                text(json, "source"),
                text(json, "lookedFor"));
    }

    private static Value value(JsonNode json) {
        return new Value(
                json.path("member").asText(),
                json.path("value").asText(),
                json.path("meaning").asText(),
                text(json, "source"),
                text(json, "lookedFor"));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asText("")).filter(text -> !text.isEmpty());
    }
}
