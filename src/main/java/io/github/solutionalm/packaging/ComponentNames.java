package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.platform.MissingDependencyForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How {@code RootComponent}, {@code Required} and {@code Dependent} elements name a component (docs/platform-facts.md,
 * "Root components" and "Declared dependencies"): by schema name, by id, by both, or by the key columns of a solution-aware
 * table ({@code id.schemaname="…"}).
 */
final class ComponentNames {

    private ComponentNames() {}

    /** The type: a number, or the name of a solution-aware table. */
    static ComponentType type(ManifestElement element) {
        String type = element.text("type");
        return type.chars().allMatch(Character::isDigit) && !type.isEmpty() && type.length() < 10
                ? ComponentType.coded(Integer.parseInt(type))
                : ComponentType.named(type.isEmpty() ? "unknown" : type);
    }

    /** The keys that the component may have, most specific first; never empty. */
    static List<String> keys(ComponentType type, ManifestElement element) {
        Set<String> keys = new LinkedHashSet<>();
        String schemaName = element.text("schemaName");
        String parent = element.text("parentSchemaName");
        if (MissingDependencyForm.isNamedWithinATable(type) && !parent.isEmpty()) {
            add(keys, parent + "." + schemaName);
        }
        add(keys, tableKey(element));
        add(keys, element.text("id"));
        // An image configuration is named "table column" in the manifest.
        add(keys, type.equals(ComponentType.ATTRIBUTE_IMAGE_CONFIG) ? schemaName.replace(' ', '.') : schemaName);
        add(keys, element.text("parentId"));
        if (keys.isEmpty()) {
            // The classic site map and other singletons are named by their type alone.
            keys.add(ComponentKey.normalize(type.name()));
        }
        return List.copyOf(keys);
    }

    /** What a person calls it. */
    static String label(ManifestElement element) {
        for (String attribute : List.of("displayName", "schemaName", "id")) {
            String value = element.text(attribute);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return tableKey(element);
    }

    /** {@code id.uniquename="x"} gives {@code x}; several key columns give {@code a=x,b=y}, sorted. */
    private static String tableKey(ManifestElement element) {
        List<Map.Entry<String, String>> columns = new ArrayList<>();
        for (ManifestElement field : element.fields()) {
            if (field.name().startsWith("id.")) {
                columns.add(Map.entry(field.name().substring("id.".length()), element.text(field.name())));
            }
        }
        return join(columns);
    }

    private static void add(Set<String> keys, String key) {
        if (!key.isEmpty()) {
            keys.add(ComponentKey.normalize(key));
        }
    }

    /**
     * The key of a row of a solution-aware table, made of its alternate-key columns: one gives its value; several give
     * {@code a=x,b=y}, sorted by column so that the order in the file is no matter.
     */
    static String join(List<Map.Entry<String, String>> columns) {
        if (columns.size() == 1) {
            return columns.get(0).getValue();
        }
        return columns.stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(column -> column.getKey() + "=" + column.getValue())
                .collect(Collectors.joining(","));
    }
}
