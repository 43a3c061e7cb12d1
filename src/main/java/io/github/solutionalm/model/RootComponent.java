package io.github.solutionalm.model;

import java.util.Optional;

/**
 * One entry of the manifest's {@code RootComponents}: what the solution says that it contains.
 *
 * @param type the component type
 * @param schemaName as written, if the entry is identified by name
 * @param id GUID in lower case without braces, if the entry is identified by id
 * @param parent schema name of the table that a column, form or view belongs to, if the entry says so
 * @param behavior what of the component is included
 */
public record RootComponent(
        ComponentType type,
        Optional<String> schemaName,
        Optional<String> id,
        Optional<String> parent,
        Behavior behavior) {

    /** The {@code behavior} attribute; absent means 0 (facts/dataverse.md 1.3). */
    public enum Behavior {
        INCLUDE_SUBCOMPONENTS,
        DO_NOT_INCLUDE_SUBCOMPONENTS,
        INCLUDE_AS_SHELL_ONLY
    }

    /** What a person would call it: the schema name where there is one, else the id. */
    public String label() {
        return schemaName.or(() -> id).orElse(type.name());
    }
}
