package io.github.solutionalm.store;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.RootComponent.Behavior;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Writes the components of a captured environment: with layers of which nobody has read the definition, and in the lists of
 * the solutions that have them. What packages bring, {@link LayerTable#write} writes.
 */
public final class CapturedComponents {

    private static final int BATCH = 1000;

    private static final String COMPONENT =
            """
            INSERT INTO component (id, type, key, name, parent_type, parent_key, published, state, object_id)
            VALUES (?, ?, ?, ?, ?, ?, TRUE, ?, ?)
            """;
    private static final String LAYER =
            """
            INSERT INTO layer (id, component, owner, name, parent_type, parent_key, state, first)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String MEMBER =
            "INSERT INTO solution_component (solution, component, behavior) VALUES (?, ?, ?)";

    private final Handle handle;
    private final SolutionTable solutions;

    CapturedComponents(Handle handle, SolutionTable solutions) {
        this.handle = handle;
        this.solutions = solutions;
    }

    /**
     * Adds components that are not here yet, with their layers. The owners of layers, and the solutions that list the
     * components, must be here. Made for hundreds of thousands of components.
     *
     * @throws IllegalArgumentException when a layer's owner or a holder is not in the environment
     */
    public void add(Collection<Captured> components) {
        try (Writer writer = new Writer(handle, solutions.owners())) {
            components.forEach(writer::add);
            writer.send();
        }
    }

    /**
     * A component of a captured environment.
     *
     * @param key its identity
     * @param objectId the id by which the environment knows it; may be empty
     * @param label name, parent and state, of which nobody said by which layer
     * @param owners whose layers it has; the order is that of the owners in the stack
     * @param holders the solutions that list it, each with how much of it
     */
    public record Captured(
            ComponentKey key,
            String objectId,
            Layer.Label label,
            Collection<String> owners,
            Map<String, Behavior> holders) {}

    /** The batches, in the order in which their rows need each other. */
    private static final class Writer implements AutoCloseable {

        private final Owners owners;
        private final Ids componentIds;
        private final Ids layerIds;
        private final Batch components;
        private final Batch layers;
        private final Batch members;

        Writer(Handle handle, Owners owners) {
            this.owners = owners;
            componentIds = new Ids(handle, "component");
            layerIds = new Ids(handle, "layer");
            components = new Batch(handle, COMPONENT);
            layers = new Batch(handle, LAYER);
            members = new Batch(handle, MEMBER);
        }

        void add(Captured captured) {
            int id = componentIds.next();
            ComponentKey key = captured.key();
            Layer.Label label = captured.label();
            String parentType =
                    label.parent().map(parent -> parent.type().name()).orElse(null);
            String parentKey = label.parent().map(ComponentKey::key).orElse(null);
            String state = label.state().map(ActivationState::name).orElse(null);
            String objectId = captured.objectId().isEmpty() ? null : ComponentKey.normalize(captured.objectId());
            components.add(id, key.type().name(), key.key(), label.name(), parentType, parentKey, state, objectId);
            boolean alone = captured.owners().size() == 1;
            for (String owner : captured.owners()) {
                boolean first = alone && owner.equals(Layer.ACTIVE);
                layers.add(layerIds.next(), id, owners.id(owner), label.name(), parentType, parentKey, state, first);
            }
            captured.holders().forEach((solution, behavior) -> members.add(owners.id(solution), id, behavior.name()));
            if (components.rows() == BATCH) {
                send();
            }
        }

        void send() {
            inOrder().forEach(Batch::send);
        }

        private List<Batch> inOrder() {
            return List.of(components, layers, members);
        }

        @Override
        public void close() {
            inOrder().forEach(Batch::close);
        }
    }
}
