package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Reference;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What the planner may know of an environment: read-only, and the same from beginning to end of one plan. */
public interface EnvironmentView extends InstalledSolutions {

    /** Those of the components that the environment holds. */
    Map<ComponentKey, ComponentState> components(Collection<ComponentKey> keys);

    /** The components that are parts of one of these: whose parent it is. */
    Collection<ComponentState> partsOf(Collection<ComponentKey> parents);

    /** Every reference to one of the components, from any layer. */
    Collection<Reference> referencesTo(Collection<ComponentKey> targets);

    /** Components that have a layer of the owner. */
    Set<ComponentKey> layersOf(String owner);

    /** Components that a solution lists as its own. */
    Set<ComponentKey> membersOf(String solution);

    /** Whether a solution of this name is taken to be there although it was never imported. */
    boolean isProvided(String solution);

    /** Enabled LCIDs; empty for all. */
    Set<Integer> languages();

    /** Whether unmanaged packages are refused: the platform's setting "Block unmanaged customizations". */
    default boolean blocksUnmanagedCustomizations() {
        return false;
    }

    /** Prefixes of the publishers of solutions that were imported; none where nobody can say. */
    default Set<String> customizationPrefixes() {
        return Set.of();
    }
}
