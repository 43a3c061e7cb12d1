package io.github.solutionalm.sourcetree;

/** Which packages a source tree has the sources of: what {@code <Managed>} of its {@code Other/Solution.xml} says. */
public enum TreeType {
    /** 0. */
    UNMANAGED,
    /** 1. */
    MANAGED,
    /** 2: both, in one tree. */
    BOTH;

    /** Whether a package of this type can be made of it. */
    public boolean holds(boolean managed) {
        return this == BOTH || (this == MANAGED) == managed;
    }
}
