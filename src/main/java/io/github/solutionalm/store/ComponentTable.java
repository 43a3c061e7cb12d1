package io.github.solutionalm.store;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The components that the environment holds. */
public final class ComponentTable {

    ComponentTable() {}

    public boolean exists(ComponentKey key) {
        throw new UnsupportedOperationException();
    }

    /** Whether a table (Entity) of this logical name exists. */
    public boolean tableExists(String logicalName) {
        throw new UnsupportedOperationException();
    }

    /** Those of the keys that exist. */
    public Set<ComponentKey> existing(Collection<ComponentKey> keys) {
        throw new UnsupportedOperationException();
    }

    /** The components of these keys, without those that do not exist. Made for tens of thousands of keys. */
    public Map<ComponentKey, ComponentState> states(Collection<ComponentKey> keys) {
        throw new UnsupportedOperationException();
    }

    /** Gives every component to the consumer, by type, then key. None is kept in memory. */
    public void forEach(Consumer<ComponentState> consumer) {
        throw new UnsupportedOperationException();
    }

    /** Sees to it that the components exist and have a System layer. What is there stays as it is. */
    public void ensureSystem(Collection<PlatformComponent> components) {
        throw new UnsupportedOperationException();
    }

    /** Switches components on or off. */
    public void setStates(Map<ComponentKey, ActivationState> states) {
        throw new UnsupportedOperationException();
    }

    public void setPublished(Collection<ComponentKey> keys, boolean published) {
        throw new UnsupportedOperationException();
    }

    /** How many components wait for being published. */
    public int countUnpublished() {
        throw new UnsupportedOperationException();
    }

    /** Publishes everything and says how many components that were. */
    public int publishAll() {
        throw new UnsupportedOperationException();
    }

    /** Deletes components with all their layers, wherever they are listed. Only these: subcomponents have keys of their own. */
    public void delete(Collection<ComponentKey> keys) {
        throw new UnsupportedOperationException();
    }
}
