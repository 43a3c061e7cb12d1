package io.github.solutionalm.model;

/**
 * A component that blocks a deletion (docs/concepts.md, "What blocks a deletion"). The component itself, when
 * it is one of its own layers that does.
 *
 * @param key the component that blocks
 * @param name its display name; may be empty
 * @param solution owner of the layer that blocks: a solution's unique name, or {@link Layer#ACTIVE}
 * @param code the platform's code for it, such as {@code 0x8004F01F}
 */
public record Blocker(ComponentKey key, String name, String solution, String code) {}
