package io.github.solutionalm.dataverse;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import java.util.List;
import java.util.Map;

/**
 * What an operation did to the components of an environment.
 *
 * @param changes by component of the package, as far as it is known
 * @param others what happened to components that the package does not have
 * @param hidden how many changes another layer covers, among those whose layers were read
 */
record ContentChanges(Map<ComponentKey, Change> changes, List<Other> others, int hidden) {

    /** Nothing is known. */
    static final ContentChanges UNKNOWN = new ContentChanges(Map.of(), List.of(), 0);

    /** A component that the package does not have. */
    record Other(ComponentKey key, String name, Change change) {

        static Other of(ListedComponent component, Change change) {
            return new Other(component.key(), component.displayName(), change);
        }
    }
}
