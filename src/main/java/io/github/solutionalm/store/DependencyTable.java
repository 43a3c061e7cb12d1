package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Reference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Which component uses which, as a captured environment says: it does not say by which layer. Such a use lasts as long as the
 * dependent has a layer that nobody has read. What the other layers use, their {@linkplain ReferenceTable references} say.
 */
public final class DependencyTable {

    private static final int BATCH = 1000;

    private static final String ADD =
            """
            INSERT INTO dependency (required_type, required_key, dependent_type, dependent_key) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String TO =
            """
            SELECT u.required_key, c.type, c.key, l.owner
            FROM dependency u
            JOIN component c ON c.type = u.dependent_type AND c.key = u.dependent_key
            JOIN layer l ON l.component = c.id AND l.definition IS NULL
            WHERE u.required_type = :type AND u.required_key IN (<keys>)
            """;

    private record Use(ComponentKey required, ComponentKey dependent) {}

    private final Handle handle;
    private final SolutionTable solutions;

    DependencyTable(Handle handle, SolutionTable solutions) {
        this.handle = handle;
        this.solutions = solutions;
    }

    /** Adds that a component uses others; what is there already stays. */
    public void add(Collection<Dependency> dependencies) {
        try (Batch batch = new Batch(handle, ADD)) {
            for (Dependency dependency : dependencies) {
                ComponentKey required = dependency.required();
                ComponentKey dependent = dependency.dependent();
                batch.add(required.type().name(), required.key(), dependent.type().name(), dependent.key());
                if (batch.rows() == BATCH) {
                    batch.send();
                }
            }
            batch.send();
        }
    }

    /**
     * The uses of these components, as if the highest layer that nobody has read made each; without those of components that
     * have no such layer. The platform's own layers use nothing. Made for tens of thousands of components.
     */
    public List<Reference> to(Collection<ComponentKey> required) {
        Owners owners = solutions.owners();
        int system = owners.id(Layer.SYSTEM);
        Map<Use, Integer> highest = new LinkedHashMap<>();
        for (KeyChunk chunk : KeyChunk.of(required)) {
            chunk.bindTo(handle.createQuery(TO))
                    .map(Row.to(row -> Map.entry(new Use(chunk.component(row.text(1)), row.key(2)), row.number(4))))
                    .stream()
                    .filter(use -> use.getValue() != system)
                    .forEach(use -> highest.merge(
                            use.getKey(), use.getValue(), (a, b) -> owners.rank(a) > owners.rank(b) ? a : b));
        }
        return highest.entrySet().stream()
                .map(use -> new Reference(
                        use.getKey().dependent(),
                        owners.name(use.getValue()),
                        use.getKey().required()))
                .toList();
    }

    /**
     * A component uses another one.
     *
     * @param required the component that is used
     * @param dependent the component that uses it
     */
    public record Dependency(ComponentKey required, ComponentKey dependent) {}
}
