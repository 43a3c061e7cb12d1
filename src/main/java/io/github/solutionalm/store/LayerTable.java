package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Layer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The layers of the components. An owner is the unique name of a solution, {@link Layer#SYSTEM} or {@link Layer#ACTIVE}.
 *
 * <p>A layer without a definition is one whose {@linkplain io.github.solutionalm.model.Content#UNKNOWN content is not known}:
 * System's are, and a captured environment is to have such a layer wherever it was told of a layer and not of its definition,
 * with the references that it was told of. What says nothing of a component has no layer.
 */
public final class LayerTable {

    private static final String KEYS_OF =
            """
            SELECT c.type, c.key FROM layer l JOIN component c ON c.id = l.component
            WHERE l.owner = ? ORDER BY c.type, c.key
            """;
    private static final String REMOVE =
            """
            DELETE FROM layer WHERE owner = :owner
            AND component IN (SELECT id FROM component WHERE type = :type AND key IN (<keys>))
            """;
    private static final String MOVE =
            """
            UPDATE layer SET owner = :to, basis = NULL, first = FALSE WHERE owner = :from
            AND component IN (SELECT id FROM component WHERE type = :type AND key IN (<keys>))
            """;
    private static final String DEFINITIONS =
            """
            SELECT l.owner, d.hash
            FROM component c JOIN layer l ON l.component = c.id LEFT JOIN definition d ON d.id = l.definition
            WHERE c.type = :type AND c.key = :key
            """;

    private static final String UNKNOWN =
            """
            SELECT DISTINCT c.type, c.key
            FROM layer l JOIN component c ON c.id = l.component
            WHERE l.definition IS NULL AND l.owner <> ? ORDER BY c.type, c.key
            """;

    private record Shown(int owner, Optional<ContentHash> definition) {}

    private final Handle handle;
    private final StoreTransaction tx;

    LayerTable(Handle handle, StoreTransaction tx) {
        this.handle = handle;
        this.tx = tx;
    }

    /** The components that have a layer of this owner, sorted; none if there is no such owner. */
    public Set<ComponentKey> keysOf(String owner) {
        Set<ComponentKey> keys = new LinkedHashSet<>();
        handle.createQuery(KEYS_OF)
                .bind(0, owners().find(owner).orElse(0))
                .map(Row.to(row -> row.key(1)))
                .forEach(keys::add);
        return keys;
    }

    /** The components of which a layer, other than System's, has a content that is not known; sorted. */
    public Set<ComponentKey> keysOfUnknownContent() {
        Set<ComponentKey> keys = new LinkedHashSet<>();
        handle.createQuery(UNKNOWN)
                .bind(0, owners().id(Layer.SYSTEM))
                .map(Row.to(row -> row.key(1)))
                .forEach(keys::add);
        return keys;
    }

    /**
     * Writes one owner's layers, in batches while the iterable is run through once: each replaces what the owner has of the
     * component. Components that are not there are made; those that are get published as given.
     */
    public void write(String owner, Iterable<LayerWrite> layers) {
        try (LayerWriter writer = new LayerWriter(handle, tx.contents(), owners().id(owner))) {
            layers.forEach(writer::add);
            writer.send();
        }
    }

    /** Removes an owner's layers of these components. The components stay, even without a layer. */
    public void remove(String owner, Collection<ComponentKey> keys) {
        int id = owners().id(owner);
        for (KeyChunk chunk : KeyChunk.of(keys)) {
            chunk.bindTo(handle.createUpdate(REMOVE)).bind("owner", id).execute();
        }
    }

    /** Makes an owner's layers of these components another owner's, who must have none of them. */
    public void move(String from, String to, Collection<ComponentKey> keys) {
        int source = owners().id(from);
        int target = owners().id(to);
        for (KeyChunk chunk : KeyChunk.of(keys)) {
            chunk.bindTo(handle.createUpdate(MOVE))
                    .bind("from", source)
                    .bind("to", target)
                    .execute();
        }
    }

    /** The definition in one layer; empty if there is no such layer, and if its content is not known. */
    public Optional<Definition> definition(ComponentKey key, String owner) {
        int id = owners().find(owner).orElse(0);
        return shown(key, id).flatMap(Shown::definition).flatMap(tx.definitions()::find);
    }

    /** The definition in the top layer, whatever the type; empty if its content is not known. */
    public Optional<Definition> topDefinition(ComponentKey key) {
        return shown(key, 0).flatMap(Shown::definition).flatMap(tx.definitions()::find);
    }

    /** The highest layer, of one owner or (0) of all. */
    private Optional<Shown> shown(ComponentKey key, int owner) {
        return handle
                .createQuery(DEFINITIONS)
                .bind("type", key.type().name())
                .bind("key", key.key())
                .map(Row.to(row -> new Shown(row.number(1), row.optionalHash(2))))
                .stream()
                .filter(layer -> owner == 0 || layer.owner() == owner)
                .max(Comparator.comparingInt(layer -> owners().rank(layer.owner())));
    }

    private Owners owners() {
        return tx.solutions().owners();
    }

    /**
     * A component as one owner's layer is to show it: what {@link LayerTable#write} writes.
     *
     * @param key the component
     * @param label display name, parent and state in this layer
     * @param definition its content; XML and files must have been written to {@link ContentTable} before
     * @param origin how the definition came; a basis must have been written to {@link ContentTable} before
     * @param references what the definition refers to, as it is written there
     * @param names other names by which others refer to the component
     * @param published whether the component is published from now on
     */
    public record LayerWrite(
            ComponentKey key,
            Layer.Label label,
            Definition definition,
            Layer.Origin origin,
            Set<ComponentKey> references,
            Set<ComponentKey> names,
            boolean published) {

        public LayerWrite {
            references = Set.copyOf(references);
            names = Set.copyOf(names);
        }
    }
}
