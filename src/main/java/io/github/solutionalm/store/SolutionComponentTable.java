package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The solutions' component lists. */
public final class SolutionComponentTable {

    SolutionComponentTable() {}

    /** The components that a solution lists. */
    public Set<ComponentKey> keysOf(String solution) {
        throw new UnsupportedOperationException();
    }

    /** A solution's list, sorted by component. */
    public List<Membership> of(String solution) {
        throw new UnsupportedOperationException();
    }

    /** Adds to a solution's list; what is there already gets the behaviour given. The components must exist. */
    public void add(String solution, Collection<Membership> members) {
        throw new UnsupportedOperationException();
    }

    /** Makes this the solution's whole list. The components must exist. */
    public void replace(String solution, Collection<Membership> members) {
        throw new UnsupportedOperationException();
    }
}
