package io.github.solutionalm.store;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The components that the environment holds. */
public final class ComponentTable {

    private static final int BATCH = 1000;

    private static final String STATES =
            """
            SELECT c.id, c.type, c.key, c.name, c.parent_type, c.parent_key, c.state, c.published,
                   l.owner, l.name, l.parent_type, l.parent_key, l.state, d.hash, l.packaged, b.sha256, l.first
            FROM component c
            LEFT JOIN layer l ON l.component = c.id
            LEFT JOIN definition d ON d.id = l.definition
            LEFT JOIN content b ON b.id = l.basis
            """;
    private static final String OF_KEYS = STATES + "WHERE c.type = :type AND c.key IN (<keys>) ORDER BY c.id";
    private static final String OF_PARENTS = STATES
            + """
            WHERE c.id IN (SELECT p.component FROM layer p WHERE p.parent_type = :type AND p.parent_key IN (<keys>))
               OR c.parent_type = :type AND c.parent_key IN (<keys>)
            ORDER BY c.id
            """;
    private static final String IN_ORDER = STATES + "ORDER BY c.type, c.key";
    private static final String EXISTING = "SELECT key FROM component WHERE type = :type AND key IN (<keys>)";
    private static final String ENSURE =
            """
            INSERT INTO component (id, type, key, name, parent_type, parent_key, published)
            VALUES (?, ?, ?, ?, ?, ?, TRUE) ON CONFLICT (type, key) DO NOTHING
            """;
    private static final String ENSURE_LAYER =
            """
            INSERT INTO layer (id, component, owner, name, parent_type, parent_key)
            VALUES (?, (SELECT id FROM component WHERE type = ? AND key = ?), ?, ?, ?, ?)
            ON CONFLICT (component, owner) DO NOTHING
            """;

    private static final String SET_STATE =
            """
            UPDATE layer SET state = ? WHERE component = (SELECT id FROM component WHERE type = ? AND key = ?)
            """;

    private final Handle handle;
    private final SolutionTable solutions;

    ComponentTable(Handle handle, SolutionTable solutions) {
        this.handle = handle;
        this.solutions = solutions;
    }

    /** Whether there is such a component. */
    public boolean exists(ComponentKey key) {
        return !existing(List.of(key)).isEmpty();
    }

    /** Whether a table (Entity) of this logical name exists. */
    public boolean tableExists(String logicalName) {
        return exists(new ComponentKey(ComponentType.ENTITY, logicalName));
    }

    /** The asked keys that exist. */
    public Set<ComponentKey> existing(Collection<ComponentKey> keys) {
        Set<ComponentKey> existing = new HashSet<>();
        for (KeyChunk chunk : KeyChunk.of(keys)) {
            ComponentType type = ComponentType.named(chunk.type());
            chunk.bindTo(handle.createQuery(EXISTING))
                    .map(Row.to(row -> row.text(1)))
                    .forEach(key -> existing.add(new ComponentKey(type, key)));
        }
        return existing;
    }

    /** The keys of all components of a type. */
    public Set<String> keysOf(ComponentType type) {
        return handle
                .createQuery("SELECT key FROM component WHERE type = ?")
                .bind(0, type.name())
                .map(Row.to(row -> row.text(1)))
                .stream()
                .collect(toSet());
    }

    /** The components of these keys, without those that do not exist. Made for tens of thousands of keys. */
    public Map<ComponentKey, ComponentState> states(Collection<ComponentKey> keys) {
        Map<ComponentKey, ComponentState> states = new LinkedHashMap<>();
        StateRows rows = new StateRows(solutions.owners(), state -> states.put(state.key(), state));
        for (KeyChunk chunk : KeyChunk.of(keys)) {
            Row.scan(chunk.bindTo(handle.createQuery(OF_KEYS)), rows::read);
        }
        return states;
    }

    /** The components, of any type, whose key is one of these ids. Goes through all of them. */
    public List<ComponentState> withIds(Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        List<ComponentKey> found = handle
                .createQuery("SELECT type, key FROM component WHERE LENGTH(key) = 36")
                .map(Row.to(row -> row.key(1)))
                .stream()
                .filter(key -> wanted.contains(key.key()))
                .toList();
        return List.copyOf(states(found).values());
    }

    /** The components of which a layer has one of these as parent, whether it shows or not. */
    public List<ComponentState> partsOf(Collection<ComponentKey> parents) {
        List<ComponentState> parts = new ArrayList<>();
        StateRows rows = new StateRows(solutions.owners(), parts::add);
        for (KeyChunk chunk : KeyChunk.of(parents)) {
            Row.scan(chunk.bindTo(handle.createQuery(OF_PARENTS)), rows::read);
        }
        return parts;
    }

    /** Gives every component to the consumer, by type, then key. None is kept in memory. */
    public void forEach(Consumer<ComponentState> consumer) {
        StateRows rows = new StateRows(solutions.owners(), consumer);
        Row.scan(handle.createQuery(IN_ORDER).setFetchSize(BATCH), rows::read);
    }

    /** Sees to it that the components exist and have a System layer. What is there stays as it is. */
    public void ensureSystem(Collection<PlatformComponent> components) {
        int system = solutions.owners().id(Layer.SYSTEM);
        Ids componentIds = new Ids(handle, "component");
        Ids layerIds = new Ids(handle, "layer");
        try (Batch rows = new Batch(handle, ENSURE);
                Batch layers = new Batch(handle, ENSURE_LAYER)) {
            for (PlatformComponent component : components) {
                String type = component.key().type().name();
                String key = component.key().key();
                String name = component.name();
                String parentType =
                        component.parent().map(parent -> parent.type().name()).orElse(null);
                String parentKey = component.parent().map(ComponentKey::key).orElse(null);
                rows.add(componentIds.next(), type, key, name, parentType, parentKey);
                layers.add(layerIds.next(), type, key, system, name, parentType, parentKey);
            }
            rows.send();
            layers.send();
        }
    }

    /** Switches components on or off, in whichever layer shows. */
    public void setStates(Map<ComponentKey, ActivationState> states) {
        try (Batch batch = new Batch(handle, SET_STATE)) {
            states.forEach((key, state) -> batch.add(state.name(), key.type().name(), key.key()));
            batch.send();
        }
    }

    /** Marks components as published or as waiting for it. Keys of what does not exist are passed over. */
    public void setPublished(Collection<ComponentKey> keys, boolean published) {
        for (KeyChunk chunk : KeyChunk.of(keys)) {
            chunk.bindTo(handle.createUpdate(
                            "UPDATE component SET published = :published WHERE type = :type AND key IN (<keys>)"))
                    .bind("published", published)
                    .execute();
        }
    }

    /** How many components wait for being published. */
    public int countUnpublished() {
        return handle.createQuery("SELECT COUNT(*) FROM component WHERE published = FALSE")
                .mapTo(int.class)
                .one();
    }

    /** Publishes everything and says how many components that were. */
    public int publishAll() {
        return handle.createUpdate("UPDATE component SET published = TRUE WHERE published = FALSE")
                .execute();
    }

    /** Deletes components with all their layers, wherever they are listed. Only these: parts have keys of their own. */
    public void delete(Collection<ComponentKey> keys) {
        for (KeyChunk chunk : KeyChunk.of(keys)) {
            chunk.bindTo(handle.createUpdate("DELETE FROM component WHERE type = :type AND key IN (<keys>)"))
                    .execute();
        }
    }

    /**
     * A component that the platform itself brings: it exists in the System layer without ever being imported.
     *
     * @param key the component
     * @param name display name; may be empty
     * @param parent what it is a part of
     */
    public record PlatformComponent(ComponentKey key, String name, Optional<ComponentKey> parent) {}

    /** Makes components of rows of one layer each, where the rows of a component follow each other. */
    private static final class StateRows {

        private record OwnedLayer(int owner, Content content, Layer.Label label, Layer.Origin origin) {}

        private final Owners owners;
        private final Consumer<ComponentState> consumer;

        StateRows(Owners owners, Consumer<ComponentState> consumer) {
            this.owners = owners;
            this.consumer = consumer;
        }

        /** Reads to the end; columns as in {@link ComponentTable}. */
        boolean read(Supplier<ResultSet> supplier, StatementContext context) throws SQLException {
            Row row = new Row(supplier.get());
            boolean more = row.values().next();
            while (more) {
                more = readComponent(row);
            }
            return true;
        }

        /** Reads one component and goes to the first row of the next. */
        private boolean readComponent(Row row) throws SQLException {
            int id = row.number(1);
            ComponentKey key = row.key(2);
            Layer.Label label = label(row, 4);
            boolean published = row.flag(8);
            List<OwnedLayer> layers = new ArrayList<>(2);
            boolean more;
            do {
                readLayer(row, layers);
                more = row.values().next();
            } while (more && row.number(1) == id);
            consumer.accept(new ComponentState(key, label, inOrder(layers), published));
            return more;
        }

        /** A component without layers has one row without owner. */
        private static void readLayer(Row row, List<OwnedLayer> layers) throws SQLException {
            int owner = row.number(9);
            if (owner != 0) {
                layers.add(new OwnedLayer(owner, content(row), label(row, 10), origin(row)));
            }
        }

        private static Content content(Row row) throws SQLException {
            return row.optionalHash(14).map(Content::of).orElse(Content.UNKNOWN);
        }

        /** Name, type and key of the parent, and state are in four columns. */
        private static Layer.Label label(Row row, int first) throws SQLException {
            String name = row.text(first);
            Optional<ComponentKey> parent = row.optionalKey(first + 1);
            Optional<ActivationState> state = row.optional(first + 3, "a state", ActivationState::valueOf);
            return new Layer.Label(name, parent, state);
        }

        private static Layer.Origin origin(Row row) throws SQLException {
            Optional<ContentHash> packaged = row.optionalHash(15);
            Optional<ContentHash> basis = row.optionalHash(16);
            boolean first = row.flag(17);
            return packaged.isEmpty() && basis.isEmpty() && !first
                    ? Layer.Origin.PACKAGE
                    : new Layer.Origin(packaged, basis, first);
        }

        private List<Layer> inOrder(List<OwnedLayer> layers) {
            layers.sort(comparingInt(layer -> owners.rank(layer.owner())));
            List<Layer> stack = new ArrayList<>(layers.size());
            for (OwnedLayer layer : layers) {
                stack.add(owners.layer(layer.owner(), layer.content(), layer.label(), layer.origin()));
            }
            return stack;
        }
    }
}
