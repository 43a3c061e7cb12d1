package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Guid;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Components of the platform itself: their schema name has no publisher prefix, such as the table account
 * (docs/concepts.md, "Components that are there without an import"). They exist in the System layer without ever being
 * imported.
 */
public final class PlatformComponents {

    /** A prefix has 2 to 8 letters and digits and begins with a letter (docs/platform-facts.md, "Publisher and prefix"). */
    private static final Pattern PREFIXED = Pattern.compile("[a-z][a-z0-9]{1,7}_.*", Pattern.DOTALL);

    /** The platform's own columns that look prefixed. */
    private static final Pattern ADDRESS_COLUMN = Pattern.compile("address[1-3]_.*");

    private static final Set<ComponentType> NAMED = Set.of(
            ComponentType.ENTITY,
            ComponentType.OPTION_SET,
            ComponentType.ENTITY_IMAGE_CONFIG,
            ComponentType.CONNECTION_ROLE);

    private PlatformComponents() {}

    /** Whether the platform brings the component. What is known by a GUID can't be told, and is not taken to be. */
    public static boolean contains(ComponentKey key) {
        String name = key.key();
        if (NAMED.contains(key.type())) {
            return !Guid.is(name) && !PREFIXED.matcher(name).matches();
        }
        if (key.type().equals(ComponentType.ATTRIBUTE)) {
            int dot = name.indexOf('.');
            return dot > 0 && isPlatformTable(name.substring(0, dot)) && isPlatformColumn(name.substring(dot + 1));
        }
        if (key.type().equals(ComponentType.RIBBON_CUSTOMIZATION)) {
            return isPlatformTable(name.substring(0, Math.max(0, name.indexOf(':'))));
        }
        return key.type().equals(ComponentType.SITE_MAP) && name.equals("sitemap");
    }

    /** The asked components that exist in an environment, or may: it holds them, was not asked, or the platform brings them. */
    static Set<ComponentKey> existing(Collection<ComponentKey> keys, EnvironmentView environment) {
        Set<ComponentKey> asked = new HashSet<>(keys);
        keys.forEach(key -> table(key).ifPresent(asked::add));
        Set<ComponentKey> held = environment.components(asked).keySet();
        Set<ComponentKey> unasked = environment.unasked(keys);
        return keys.stream()
                .filter(key -> held.contains(key)
                        || contains(key)
                        || isPlatformColumnOf(key, held::contains)
                        || unasked.contains(key))
                .collect(Collectors.toSet());
    }

    /** Whether it is a column that the platform gives to a table that is there, whoever brought the table. */
    static boolean isPlatformColumnOf(ComponentKey key, Predicate<ComponentKey> tables) {
        return table(key).filter(tables).isPresent()
                && isPlatformColumn(key.key().substring(key.key().indexOf('.') + 1));
    }

    /** The table of a column. */
    private static Optional<ComponentKey> table(ComponentKey key) {
        int dot = key.type().equals(ComponentType.ATTRIBUTE) ? key.key().indexOf('.') : 0;
        return dot > 0
                ? Optional.of(new ComponentKey(ComponentType.ENTITY, key.key().substring(0, dot)))
                : Optional.empty();
    }

    /** Whether a column comes with every table that has it. */
    static boolean isPlatformColumn(ComponentKey column) {
        return isPlatformColumn(column.key().substring(column.key().indexOf('.') + 1));
    }

    /** Whether a column comes with every table that has it, such as createdon. */
    private static boolean isPlatformColumn(String column) {
        return !PREFIXED.matcher(column).matches()
                || ADDRESS_COLUMN.matcher(column).matches();
    }

    /** The application ribbon belongs to the table with the empty name. */
    private static boolean isPlatformTable(String table) {
        return !PREFIXED.matcher(table).matches();
    }
}
