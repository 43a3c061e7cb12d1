package io.github.solutionalm.mojo.operation;

/** In which order several packages go into an environment. */
public enum Ordering {
    /** One after the other, as they are listed. */
    LISTED,
    /** Upgrades are all staged first, as they are listed, and then all applied, in reverse. */
    STAGED
}
