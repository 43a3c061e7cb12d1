package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.Reference;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The planner's read-only view of an environment. It does not change during one plan. */
public interface EnvironmentView extends InstalledSolutions {

    /** The asked components that the environment holds. */
    Map<ComponentKey, ComponentState> components(Collection<ComponentKey> keys);

    /** The components, of any type, whose key is one of these ids. */
    Collection<ComponentState> withIds(Collection<String> ids);

    /** The components of which a layer has one of these as parent, whether it shows or not. */
    Collection<ComponentState> partsOf(Collection<ComponentKey> parents);

    /** Every reference that is written like one of these, from any layer. */
    Collection<Reference> referencesTo(Collection<ComponentKey> written);

    /** Other names by which references to components may be written, by component. */
    Map<ComponentKey, Set<ComponentKey>> namesOf(Collection<ComponentKey> components);

    /** The components that bear one of these other names, by name. */
    Map<ComponentKey, Set<ComponentKey>> bearing(Collection<ComponentKey> names);

    /** Components that have a layer of the owner. */
    Set<ComponentKey> layersOf(String owner);

    /** Components of which a layer, other than the platform's own, has a content that is not known. */
    default Set<ComponentKey> withUnknownContent() {
        return Set.of();
    }

    /**
     * Those of these components that are not among the {@linkplain #components held} ones and may be there all the same, since
     * the environment was not asked for them.
     */
    default Set<ComponentKey> unasked(Collection<ComponentKey> components) {
        return Set.of();
    }

    /** Those of these components of which all is known that uses them, whatever is not known of contents. */
    default Set<ComponentKey> withKnownDependents(Collection<ComponentKey> components) {
        return Set.of();
    }

    /**
     * What uses components, by the component that is used, as far as the environment itself says so. Which layer does is not
     * known; what is known of contents is told by {@link #referencesTo}.
     */
    default Map<ComponentKey, Set<ComponentKey>> dependentsOf(Collection<ComponentKey> components) {
        return Map.of();
    }

    /** What the deletion of these components would lose in rows; of those that lose nothing, and in an environment without rows, nothing. */
    default Map<ComponentKey, DataAtRisk> dataAtRisk(Collection<ComponentKey> components) {
        return Map.of();
    }

    /** The rows that have values of these choices that go; of those in no row, and in an environment without rows, nothing. */
    default Map<ComponentKey, DataAtRisk> choicesAtRisk(Collection<ComponentKey> components) {
        return Map.of();
    }

    /** Those of these components whose Active layer is only taken to change something, since nobody looked. */
    default Set<ComponentKey> withUnseenCustomization(Collection<ComponentKey> components) {
        return Set.of();
    }

    /** Components that a solution lists as its own. */
    Set<ComponentKey> membersOf(String solution);

    /** Whether a solution of this name is taken to be there although it was never imported. */
    boolean isProvided(String solution);

    /** Enabled LCIDs; empty for all. */
    Set<Integer> languages();

    /** The contents of definitions; knows none where the environment keeps none. */
    default Definitions definitions() {
        return Definitions.NONE;
    }

    /** Whether unmanaged packages are refused: the platform's setting "Block unmanaged customizations". */
    default boolean blocksUnmanagedCustomizations() {
        return false;
    }

    /** Prefixes of the publishers of solutions that were imported; none where nobody can say. */
    default Set<String> customizationPrefixes() {
        return Set.of();
    }
}
