package io.github.solutionalm.model;

import java.util.List;

/**
 * One entry of the manifest's {@code RootComponents}: what the solution says that it contains.
 *
 * @param type the component type
 * @param keys the keys that the component may have, most specific first; at least one
 * @param label what a person would call it: the schema name where there is one, else the id
 * @param behavior what of the component is included
 */
public record RootComponent(ComponentType type, List<String> keys, String label, Behavior behavior) {

    public RootComponent {
        keys = List.copyOf(keys);
    }

    /** The {@code behavior} attribute; absent means 0 (docs/platform-facts.md, "Root components"). */
    public enum Behavior {
        INCLUDE_SUBCOMPONENTS,
        DO_NOT_INCLUDE_SUBCOMPONENTS,
        INCLUDE_AS_SHELL_ONLY
    }

    public ComponentKey key() {
        return new ComponentKey(type, keys.get(0));
    }
}
