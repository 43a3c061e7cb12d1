package io.github.solutionalm.model;

/**
 * What is not certain of a change, since the content of a layer is not known: a plan takes what it can't see for what asks for
 * more attention (docs/concepts.md, "Known, unknown and no content").
 */
public enum Doubt {
    /** An {@link Change#ADD} may be a {@link Change#CHANGE}: nobody looked whether the environment has the component. */
    MAY_EXIST,
    /** A {@link Change#CHANGE} may be none: the layer that it replaces may say the same. */
    MAY_BE_UNCHANGED,
    /** A {@linkplain ComponentChange#hiddenBy hidden} change may show: the layers may merge into something that has it. */
    MAY_SHOW,
    /**
     * A component that the solution had, and of which only the environment's id is known, may be in the package under its name:
     * then it stays.
     */
    MAY_STAY,
    /** More may block a {@link Change#DELETE} than is {@linkplain ComponentChange#blockedBy named}. */
    MAY_BE_BLOCKED
}
