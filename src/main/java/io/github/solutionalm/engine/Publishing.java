package io.github.solutionalm.engine;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentType;

/** Whether a component is published after an import (docs/concepts.md, "Publishing"). */
final class Publishing {

    private Publishing() {}

    /** An unmanaged import leaves what it changes unpublished. What did not change stays as it was. */
    static boolean afterUnmanaged(ComponentType type, boolean before, Change change) {
        return !type.publishes() || before && change == Change.UNCHANGED;
    }

    /**
     * A managed import is published at once; a draft in Active stays one.
     *
     * @param replacesActive whether the import puts its own in the place of the Active layer
     */
    static boolean afterManaged(ComponentType type, boolean before, boolean replacesActive) {
        return !type.publishes() || before || replacesActive;
    }
}
