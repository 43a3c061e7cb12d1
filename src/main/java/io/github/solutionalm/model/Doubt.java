package io.github.solutionalm.model;

/**
 * What is not certain of a change, since the content of a layer is not known: a plan takes what it can't see for what asks for
 * more attention (docs/concepts.md, "Known, unknown and no content").
 */
public enum Doubt {
    /** Of a {@link Change#CHANGE}: the layer that it replaces may say the same. */
    MAY_BE_UNCHANGED,
    /** Of a change that is {@linkplain ComponentChange#hiddenBy hidden}: the layers may merge into something that has it. */
    MAY_SHOW,
    /** Of a {@link Change#DELETE}: what remains may hold on to it, besides what is {@linkplain ComponentChange#blockedBy named}. */
    MAY_BE_BLOCKED
}
