package io.github.solutionalm.mojo.operation;

/** Order in which several packages are imported. */
public enum Ordering {
    /** One after the other, in the listed order. */
    LISTED,
    /** All upgrades are staged in the listed order, then applied in reverse. */
    STAGED,
    /** One after the other, each after those that it needs. */
    DEPENDENCIES
}
