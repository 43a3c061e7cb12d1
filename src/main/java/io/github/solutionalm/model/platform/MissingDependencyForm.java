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

    /** One entry, with a component that is missing and one that needs it. */
    public static final String ENTRY = "MissingDependency";

    /** The part that is missing. */
    public static final String REQUIRED = "Required";

    /** The part that needs it. */
    public static final String DEPENDENT = "Dependent";

    /** The platform's number of a component's type, or the type's name where it has no number. */
    public static final String TYPE = "type";

    /** The name of a component that is known by one. */
    public static final String SCHEMA_NAME = "schemaName";

    /** The title of a component. */
    public static final String DISPLAY_NAME = "displayName";

    /** The table of a component that is {@linkplain #isNamedWithinATable named within one}. */
    public static final String PARENT_SCHEMA_NAME = "parentSchemaName";

    /** {@code Name (version)} of the solution that had a component. */
    public static final String SOLUTION = "solution";

    /** The GUID in braces of a component that is known by one. */
    public static final String ID = "id";

    /** Types whose key is {@code table.name}; the names of others, such as web resources, have dots of their own. */
    private static final Set<ComponentType> NAMED_WITHIN_A_TABLE =
            Set.of(ComponentType.ATTRIBUTE, ComponentType.ENTITY_KEY);

    private MissingDependencyForm() {}

    /** Whether parts of a type are named by their table and a name within it. */
    public static boolean isNamedWithinATable(ComponentType type) {
        return NAMED_WITHIN_A_TABLE.contains(type);
    }
}
