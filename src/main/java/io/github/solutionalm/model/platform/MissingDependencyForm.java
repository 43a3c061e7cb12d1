package io.github.solutionalm.model.platform;

import io.github.solutionalm.model.ComponentType;
import java.util.Set;

/**
 * The {@code <MissingDependencies>} document in the text of an error (docs/platform-facts.md, "Declared dependencies"): names
 * of its elements and attributes.
 */
public final class MissingDependencyForm {

    /** The list. */
    public static final String LIST = "MissingDependencies";

    /** One entry, with a part that is missing and one that needs it. */
    public static final String ENTRY = "MissingDependency";

    /** The part that is missing. */
    public static final String REQUIRED = "Required";

    /** The part that needs it. */
    public static final String DEPENDENT = "Dependent";

    /** Of a part: the platform's number of its type, or the type's name where it has no number. */
    public static final String TYPE = "type";

    /** Of a part: its name, for what is known by one. */
    public static final String SCHEMA_NAME = "schemaName";

    /** Of a part: its title. */
    public static final String DISPLAY_NAME = "displayName";

    /** Of a part: the table, for what is {@linkplain #isNamedWithinATable named within one}. */
    public static final String PARENT_SCHEMA_NAME = "parentSchemaName";

    /** Of a part: {@code Name (version)} of the solution that had it. */
    public static final String SOLUTION = "solution";

    /** Of a part: its GUID in braces, for what is known by one. */
    public static final String ID = "id";

    /** Those whose key is {@code table.name}; the names of others, such as web resources, have dots of their own. */
    private static final Set<ComponentType> NAMED_WITHIN_A_TABLE =
            Set.of(ComponentType.ATTRIBUTE, ComponentType.ENTITY_KEY);

    private MissingDependencyForm() {}

    /** Whether parts of a type are named by their table and a name within it. */
    public static boolean isNamedWithinATable(ComponentType type) {
        return NAMED_WITHIN_A_TABLE.contains(type);
    }
}
