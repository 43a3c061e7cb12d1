package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Reference;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What layers refer to. References are written with the layers that make them. */
public final class ReferenceTable {

    private static final String SELECT =
            """
            SELECT c.type, c.key, s.unique_name, r.target_type, r.target_key
            FROM reference r
            JOIN layer l ON l.id = r.layer
            JOIN component c ON c.id = l.component
            JOIN solution s ON s.id = l.owner
            """;
    private static final String OF = SELECT + "WHERE c.type = :type AND c.key = :key AND s.name_key = :owner";
    private static final String TO =
            "SELECT layer, target_key FROM reference WHERE target_type = :type AND target_key IN (<keys>)";
    private static final String SOURCES =
            """
            SELECT l.id, c.type, c.key, s.unique_name
            FROM layer l
            JOIN component c ON c.id = l.component
            JOIN solution s ON s.id = l.owner
            WHERE l.id IN (<ids>)
            """;

    private static final String USES =
            """
            SELECT c.type, c.key, r.target_type, r.target_key
            FROM reference r
            JOIN layer l ON l.id = r.layer
            JOIN component c ON c.id = l.component
            UNION SELECT d.dependent_type, d.dependent_key, d.required_type, d.required_key
            FROM dependency d
            JOIN component c ON c.type = d.dependent_type AND c.key = d.dependent_key
            JOIN component r ON r.type = d.required_type AND r.key = d.required_key
            """;

    /** Parameters of one statement. */
    private static final int AT_ONCE = 500;

    private final Handle handle;

    ReferenceTable(Handle handle) {
        this.handle = handle;
    }

    /** What one layer refers to. */
    public Set<ComponentKey> of(ComponentKey component, String owner) {
        return handle
                .createQuery(OF)
                .bind("type", component.type().name())
                .bind("key", component.key())
                .bind("owner", UniqueName.key(owner))
                .map(Row.to(row -> row.key(4)))
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Every reference to one of these components, from any layer. Thousands of layers may refer to thousands of components: the
     * same component is the same object in all that they do.
     */
    public List<Reference> to(Collection<ComponentKey> targets) {
        Map<Long, List<ComponentKey>> byLayer = new LinkedHashMap<>();
        for (KeyChunk chunk : KeyChunk.of(targets)) {
            Map<String, ComponentKey> keys = new HashMap<>();
            chunk.keys().forEach(key -> keys.put(key, chunk.component(key)));
            chunk.bindTo(handle.createQuery(TO))
                    .map(Row.to(row -> byLayer.computeIfAbsent(row.size(1), layer -> new ArrayList<>())
                            .add(keys.get(row.text(2)))))
                    .forEach(added -> {});
        }
        return withSources(byLayer);
    }

    /** What each component uses, by any of its layers or as a captured environment says; itself left out. */
    public Map<ComponentKey, Set<ComponentKey>> uses() {
        Map<ComponentKey, Set<ComponentKey>> uses = new HashMap<>();
        handle.createQuery(USES)
                .map(Row.to(row -> Map.entry(row.key(1), row.key(3))))
                .forEach(use -> {
                    if (!use.getKey().equals(use.getValue())) {
                        uses.computeIfAbsent(use.getKey(), key -> new TreeSet<>())
                                .add(use.getValue());
                    }
                });
        return uses;
    }

    private List<Reference> withSources(Map<Long, List<ComponentKey>> byLayer) {
        List<Reference> references = new ArrayList<>();
        List<Long> layers = List.copyOf(byLayer.keySet());
        for (int from = 0; from < layers.size(); from += AT_ONCE) {
            handle.createQuery(SOURCES)
                    .bindList("ids", layers.subList(from, Math.min(from + AT_ONCE, layers.size())))
                    .map(Row.to(row -> new Source(row.size(1), row.key(2), row.text(4))))
                    .forEach(source -> byLayer.get(source.layer())
                            .forEach(target ->
                                    references.add(new Reference(source.component(), source.owner(), target))));
        }
        return references;
    }

    /** Who refers: one layer of a component. */
    private record Source(long layer, ComponentKey component, String owner) {}
}
