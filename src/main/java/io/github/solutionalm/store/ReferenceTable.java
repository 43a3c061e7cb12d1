package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What layers refer to. References are written with the layers that make them. */
public final class ReferenceTable {

    ReferenceTable() {}

    /** What one layer refers to. */
    public Set<ComponentKey> of(ComponentKey component, String owner) {
        throw new UnsupportedOperationException();
    }

    /** Every reference to one of these components, from any layer. */
    public List<Reference> to(Collection<ComponentKey> targets) {
        throw new UnsupportedOperationException();
    }
}
