package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.content.ListedComponent;
import io.github.solutionalm.dataverse.content.Summaries;
import io.github.solutionalm.engine.PlatformComponents;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of components: those of the types and tables that matter, asked of the default solution, which has all components of
 * an environment (https://learn.microsoft.com/power-apps/maker/data-platform/solutions-overview).
 */
final class Names {

    private final Summaries summaries;
    private final String solution;
    private final Gaps gaps;
    /** By type and object id. */
    private final Map<ComponentKey, ListedComponent> found = new LinkedHashMap<>();

    private final Set<String> types = new TreeSet<>();
    private final Set<String> tables = new TreeSet<>();

    /**
     * Asks for nothing yet.
     *
     * @param solution GUID of the default solution
     */
    Names(Summaries summaries, String solution, Gaps gaps) {
        this.summaries = summaries;
        this.solution = solution;
        this.gaps = gaps;
    }

    /**
     * Reads all components of types.
     *
     * @param wanted the types, by their number
     */
    void readTypes(Map<Integer, ComponentType> wanted) throws SolutionException {
        Map<Integer, ComponentType> asked = new TreeMap<>(wanted);
        asked.values().removeIf(Names::isPart);
        Map<Integer, List<ListedComponent>> listed = read(asked);
        add(listed);
        listed.forEach((number, components) -> {
            if (!components.isEmpty() || !wanted.get(number).isItem()) {
                types.add(wanted.get(number).name());
            }
        });
    }

    /** Notes that the environment has no table of a type, and so no component of it. */
    void haveNone(ComponentType type) {
        types.add(type.name());
    }

    private Map<Integer, List<ListedComponent>> read(Map<Integer, ComponentType> asked) throws SolutionException {
        return SeveralAtOnce.look(
                List.copyOf(asked.keySet()),
                "the components of types",
                number -> "the components of the type " + asked.get(number),
                gaps,
                number -> {
                    List<ListedComponent> listed = new ArrayList<>();
                    summaries.of(solution, number, listed::add);
                    return listed;
                });
    }

    /**
     * Reads all parts of tables.
     *
     * @param wanted logical names; those of no existing table are not asked for, if all tables are known
     * @param expected parts that have to be among them: they are asked for by their types, if they are not
     */
    void readParts(Set<String> wanted, Set<ComponentKey> expected) throws SolutionException {
        Set<String> existing = new TreeSet<>(wanted);
        if (types.contains(ComponentType.ENTITY.name())) {
            Set<String> there = tableNames();
            existing.removeIf(table -> !there.contains(table)
                    && !PlatformComponents.contains(new ComponentKey(ComponentType.ENTITY, table)));
            tables.addAll(wanted);
            tables.removeAll(existing);
        }
        tables.addAll(readParts(List.copyOf(existing), Summaries.PARTS));
        // A question for several types may be answered for one of them only.
        for (ComponentType type : left(expected)) {
            readParts(List.copyOf(existing), List.of(type));
        }
        // What belongs to no table, such as the ribbon of all of them.
        Map<Integer, ComponentType> others = new TreeMap<>();
        left(expected).forEach(type -> others.put(type.code(), type));
        add(read(others));
    }

    /** The types of parts that were not found. */
    private Set<ComponentType> left(Set<ComponentKey> expected) {
        Set<ComponentType> left = new LinkedHashSet<>();
        expected.stream().filter(part -> !found.containsKey(part)).forEach(part -> left.add(part.type()));
        return left;
    }

    /** Whether components of a type are listed by their table alone. Relationships belong to two, and are listed by themselves. */
    private static boolean isPart(ComponentType type) {
        return Summaries.PARTS.contains(type) && !type.equals(ComponentType.ENTITY_RELATIONSHIP);
    }

    /** Reads parts of tables of these types; returns the tables that answered. */
    private Set<String> readParts(List<String> asked, List<ComponentType> types) throws SolutionException {
        Map<String, List<ListedComponent>> parts = SeveralAtOnce.look(
                asked,
                "the parts of tables",
                table -> "the parts of the table " + table,
                gaps,
                table -> summaries.parts(solution, table, types));
        add(parts);
        return parts.keySet();
    }

    private void add(Map<?, List<ListedComponent>> listed) {
        listed.values()
                .forEach(components -> components.forEach(component -> found.putIfAbsent(
                        new ComponentKey(ComponentType.named(component.type()), component.objectId()), component)));
    }

    /** What was found, by type and object id. */
    Map<ComponentKey, ListedComponent> found() {
        return found;
    }

    /** The logical names of all tables that were found. */
    Set<String> tableNames() {
        Set<String> names = new HashSet<>();
        found.forEach((object, component) -> {
            if (object.type().equals(ComponentType.ENTITY)) {
                names.addAll(component.names());
            }
        });
        return names;
    }

    /** The names of the types of which all components are known. */
    Set<String> types() {
        return types;
    }

    /** The tables of which all parts are known. */
    Set<String> tables() {
        return tables;
    }
}
