package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Reference;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private static final String TO = SELECT + "WHERE r.target_type = :type AND r.target_key IN (<keys>)";

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

    /** Every reference to one of these components, from any layer. */
    public List<Reference> to(Collection<ComponentKey> targets) {
        List<Reference> references = new ArrayList<>();
        for (KeyChunk chunk : KeyChunk.of(targets)) {
            chunk.bindTo(handle.createQuery(TO))
                    .map(Row.to(row -> new Reference(row.key(1), row.text(3), row.key(4))))
                    .forEach(references::add);
        }
        return references;
    }
}
