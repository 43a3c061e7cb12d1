package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.store.EnvironmentStore.TransactionalAction;
import io.github.solutionalm.store.LayerTable.LayerWrite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small things to fill an environment with. */
final class Fixture {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Publisher CONTOSO = new Publisher(
            "Contoso",
            "Contoso Ltd",
            "Makes things",
            "info@contoso.example",
            "",
            "contoso",
            Optional.of(10000),
            List.of(Map.of("City", "Redmond"), Map.of("City", "Paris", "Line1", "Rue 1")));

    private Fixture() {}

    static EnvironmentStore open(Path folder) {
        return EnvironmentStore.open(url(folder), CLOCK);
    }

    static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("environment.db");
    }

    /** Looks at what a store holds. */
    static <X extends Exception> void see(EnvironmentStore store, TransactionalAction<X> look) throws X {
        store.read(tx -> {
            look.in(tx);
            return true;
        });
    }

    static InstalledSolution solution(String name, String version) {
        return new InstalledSolution(
                name,
                name + " for people",
                SolutionVersion.parse(version),
                true,
                "contoso",
                Optional.empty(),
                Optional.empty(),
                NOW,
                NOW,
                "ab12");
    }

    static InstalledSolution patch(String name, String version, String base) {
        return related(solution(name, version), Optional.of(base), Optional.empty());
    }

    static InstalledSolution holding(String base, String version) {
        return related(solution(base + "_Upgrade", version), Optional.empty(), Optional.of(base));
    }

    private static InstalledSolution related(
            InstalledSolution solution, Optional<String> patchOf, Optional<String> holdingFor) {
        return new InstalledSolution(
                solution.uniqueName(),
                solution.friendlyName(),
                solution.version(),
                true,
                solution.publisher(),
                patchOf,
                holdingFor,
                NOW,
                NOW,
                solution.sha256());
    }

    static void install(StoreTransaction tx, InstalledSolution... solutions) {
        tx.publishers().save(CONTOSO);
        Arrays.stream(solutions).forEach(tx.solutions()::save);
    }

    static ComponentKey table(String name) {
        return new ComponentKey(ComponentType.ENTITY, name);
    }

    static ComponentKey column(String name) {
        return new ComponentKey(ComponentType.ATTRIBUTE, name);
    }

    /** Writes the XML and gives a layer that shows it. */
    static LayerWrite layer(StoreTransaction tx, ComponentKey key, String xml, ComponentKey... references) {
        return new LayerWrite(
                key,
                new Layer.Label("Name of " + key.key(), Optional.empty(), Optional.empty()),
                definition(tx, xml),
                Layer.Origin.PACKAGE,
                Set.of(references),
                Set.of(),
                true);
    }

    static Definition definition(StoreTransaction tx, String xml) {
        return new Definition(content(tx, xml), List.of(), hash("definition:" + xml));
    }

    static ContentHash content(StoreTransaction tx, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tx.contents().write(hash(text), bytes, bytes.length);
        return hash(text);
    }

    static ContentHash hash(String text) {
        return ContentHash.ofContent(text.getBytes(StandardCharsets.UTF_8));
    }

    static String xmlOf(StoreTransaction tx, ComponentKey key, String owner) {
        return tx.layers()
                .definition(key, owner)
                .map(definition -> tx.contents().text(definition.xml()))
                .orElse("");
    }
}
