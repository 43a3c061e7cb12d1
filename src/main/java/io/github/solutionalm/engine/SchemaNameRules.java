package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What follows from the schema name of a component: its publisher, and the components that the platform creates with it. */
final class SchemaNameRules {

    /** Columns that come with another: the name of what a lookup points to, an amount in base currency, an image's URL. */
    private static final List<String> COMPANIONS = List.of(
            "name", "yominame", "type", "idtype", "id", "_base", "_url", "_timestamp", "_name", "_date", "_state");

    private SchemaNameRules() {}

    /** The prefix of the publisher whose component it is, or empty; of a column that of its own name. */
    static String prefix(ComponentKey key) {
        String name = own(key);
        int underscore = name.indexOf('_');
        return underscore < 0 ? "" : name.substring(0, underscore);
    }

    /** The table of a column. */
    static Optional<ComponentKey> table(ComponentKey key) {
        int dot = key.type().equals(ComponentType.ATTRIBUTE) ? key.key().indexOf('.') : 0;
        return dot > 0
                ? Optional.of(new ComponentKey(ComponentType.ENTITY, key.key().substring(0, dot)))
                : Optional.empty();
    }

    /**
     * The components of which each would mean that this one is there: itself, the column that brought it, the N:N
     * relationship whose table it is.
     */
    static Stream<ComponentKey> waysToExist(ComponentKey key) {
        if (key.type().equals(ComponentType.ENTITY)) {
            return Stream.of(key, new ComponentKey(ComponentType.ENTITY_RELATIONSHIP, key.key()));
        }
        if (key.type().equals(ComponentType.ATTRIBUTE)) {
            String name = key.key();
            Stream<String> sources = COMPANIONS.stream()
                    .filter(name::endsWith)
                    .map(suffix -> name.substring(0, name.length() - suffix.length()));
            return Stream.concat(Stream.of(name), sources).map(source -> new ComponentKey(key.type(), source));
        }
        return Stream.of(key);
    }

    /**
     * Whether the platform may have made it for a table: relationships to notes, activities or owners bear the table's name.
     * Those between customized tables bear the prefix twice.
     */
    static boolean mayComeWithATable(ComponentKey key) {
        return key.type().equals(ComponentType.ENTITY_RELATIONSHIP)
                && !key.key().contains("_" + prefix(key) + "_");
    }

    private static String own(ComponentKey key) {
        return key.type().equals(ComponentType.ATTRIBUTE)
                ? key.key().substring(key.key().indexOf('.') + 1)
                : key.key();
    }
}
