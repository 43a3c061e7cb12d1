package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Which component uses which, as a captured environment says: it does not say by which layer. What known layers use, their
 * {@linkplain ReferenceTable references} say.
 */
public final class DependencyTable {

    private static final int BATCH = 1000;

    private static final String ADD =
            """
            INSERT INTO dependency (required_type, required_key, dependent_type, dependent_key) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String DEPENDENTS =
            """
            SELECT required_key, dependent_type, dependent_key FROM dependency
            WHERE required_type = :type AND required_key IN (<keys>)
            """;

    private final Handle handle;

    DependencyTable(Handle handle) {
        this.handle = handle;
    }

    /** Adds that a component uses others; what is there already stays. */
    public void add(Collection<Dependency> dependencies) {
        try (Batch batch = new Batch(handle, ADD)) {
            for (Dependency dependency : dependencies) {
                ComponentKey required = dependency.required();
                ComponentKey dependent = dependency.dependent();
                batch.add(
                        required.type().name(), required.key(), dependent.type().name(), dependent.key());
                if (batch.rows() == BATCH) {
                    batch.send();
                }
            }
            batch.send();
        }
    }

    /** What uses these components, by the component that is used. Made for tens of thousands of components. */
    public Map<ComponentKey, Set<ComponentKey>> dependents(Collection<ComponentKey> required) {
        Map<ComponentKey, Set<ComponentKey>> dependents = new HashMap<>();
        for (KeyChunk chunk : KeyChunk.of(required)) {
            chunk.bindTo(handle.createQuery(DEPENDENTS))
                    .map(Row.to(row -> Map.entry(chunk.component(row.text(1)), row.key(2))))
                    .forEach(use -> dependents
                            .computeIfAbsent(use.getKey(), key -> new TreeSet<>())
                            .add(use.getValue()));
        }
        return dependents;
    }

    /**
     * A component uses another one.
     *
     * @param required the component that is used
     * @param dependent the component that uses it
     */
    public record Dependency(ComponentKey required, ComponentKey dependent) {}
}
