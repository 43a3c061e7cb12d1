package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Columns that the platform creates with a table or with another column: they stay as long as that one stays, whether
 * or not a solution lists them. The primary key and the primary name of a table, its state, status and owner; the
 * amount in base currency of money; date and state of a rollup.
 */
final class StayingColumns {

    /** Types of columns of which each table has one, made with it. */
    private static final Set<String> OF_TABLE = Set.of("primarykey", "state", "status", "owner");

    private static final String PRIMARY_NAME = "PrimaryName";

    private static final String ROLLUP = "2";
    private static final Set<String> NAMED = Set.of(
            "lookup",
            "customer",
            "owner",
            "partylist",
            "picklist",
            "multiselectpicklist",
            "state",
            "status",
            "bit",
            "boolean");

    /** What the platform appends to the name of a column for those that it makes along with it, and for which columns. */
    private static final Map<String, Predicate<SolutionComponent>> COMPANIONS = Map.of(
            "_base", column -> type(column).equals("money"),
            "_date", column -> column.property(Property.SOURCE).equals(ROLLUP),
            "_state", column -> column.property(Property.SOURCE).equals(ROLLUP),
            "_url", column -> type(column).equals("image"),
            "name", column -> NAMED.contains(type(column)),
            "yominame", column -> NAMED.contains(type(column)));

    /** A column that may have been made with another one. */
    private record Companion(ComponentKey column, ComponentState source, String suffix) {}

    private final Definitions definitions;
    private final LeavingLayers leaving;
    private final EnvironmentView environment;

    StayingColumns(EnvironmentView environment, LeavingLayers leaving) {
        this.environment = environment;
        this.definitions = environment.definitions();
        this.leaving = leaving;
    }

    /** Returns the columns among the components to delete that the platform keeps. */
    List<ComponentState> of(Map<ComponentKey, ComponentState> deleted) {
        List<ComponentState> columns = deleted.values().stream()
                .filter(state -> state.key().type().equals(ComponentType.ATTRIBUTE))
                .filter(state -> SchemaNameRules.table(state.key())
                        .filter(table -> !deleted.containsKey(table))
                        .isPresent())
                .toList();
        Set<ComponentKey> staying = madeWith(columns, sources(columns, deleted.keySet()));
        List<ComponentState> asked = new ArrayList<>();
        for (ComponentState column : columns) {
            if (isPlatformColumn(column)) {
                staying.add(column.key());
            } else if (!staying.contains(column.key())) {
                asked.add(column);
            }
        }
        new DefinitionsInTurn(definitions)
                .read(asked, column -> definition(column).stream().toList(), (column, xml) -> {
                    if (isOfTable(column, xml)) {
                        staying.add(column.key());
                    }
                });
        return columns.stream().filter(column -> staying.contains(column.key())).toList();
    }

    /** Returns columns that stayed earlier and that no solution has: they are deleted with the columns that they came with. */
    List<ComponentState> goingWith(Map<ComponentKey, ComponentState> deleted) {
        Set<ComponentKey> named = new TreeSet<>();
        deleted.keySet().stream()
                .filter(source -> source.type().equals(ComponentType.ATTRIBUTE))
                .forEach(source -> COMPANIONS
                        .keySet()
                        .forEach(suffix -> named.add(new ComponentKey(source.type(), source.key() + suffix))));
        named.removeAll(deleted.keySet());
        if (named.isEmpty()) {
            return List.of();
        }
        List<ComponentState> left = environment.components(named).values().stream()
                .filter(column -> column.layers().isEmpty())
                .toList();
        Set<ComponentKey> made = madeWith(left, deleted);
        return left.stream().filter(column -> made.contains(column.key())).toList();
    }

    /** Those of the columns that the platform made with one of these. */
    private Set<ComponentKey> madeWith(List<ComponentState> columns, Map<ComponentKey, ComponentState> sources) {
        List<Companion> companions = new ArrayList<>();
        for (ComponentState column : columns) {
            COMPANIONS.keySet().forEach(suffix -> source(column.key(), suffix)
                    .map(sources::get)
                    .ifPresent(source -> companions.add(new Companion(column.key(), source, suffix))));
        }
        Set<ComponentKey> made = new HashSet<>();
        new DefinitionsInTurn(definitions)
                .read(
                        companions,
                        companion -> highest(companion.source()).stream().toList(),
                        (companion, xml) -> {
                            if (makes(companion, xml)) {
                                made.add(companion.column());
                            }
                        });
        return made;
    }

    /** The columns with which others may have been made, as far as they are there and stay. */
    private Map<ComponentKey, ComponentState> sources(List<ComponentState> columns, Set<ComponentKey> deleted) {
        List<ComponentKey> asked = columns.stream()
                .flatMap(
                        column -> COMPANIONS.keySet().stream().flatMap(suffix -> source(column.key(), suffix).stream()))
                .filter(source -> !deleted.contains(source))
                .toList();
        return asked.isEmpty() ? Map.of() : environment.components(asked);
    }

    private static Optional<ComponentKey> source(ComponentKey column, String suffix) {
        String name = column.key();
        return name.endsWith(suffix)
                ? Optional.of(
                        new ComponentKey(ComponentType.ATTRIBUTE, name.substring(0, name.length() - suffix.length())))
                : Optional.empty();
    }

    private static Optional<ContentHash> highest(ComponentState source) {
        return source.layers().stream()
                .flatMap(layer -> layer.content().hash().stream())
                .reduce((below, above) -> above);
    }

    /** Whether the platform makes such a column along with it: as the highest known layer says; true if no layer is known. */
    private boolean makes(Companion companion, Map<ContentHash, byte[]> xml) {
        ComponentState source = companion.source();
        return highest(source)
                .map(xml::get)
                .flatMap(said -> definitions.read(source.key(), source.parent(), said))
                .map(COMPANIONS.get(companion.suffix())::test)
                .orElse(true);
    }

    private static String type(SolutionComponent column) {
        return column.property(Property.DATA_TYPE).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlatformColumn(ComponentState column) {
        return PlatformComponents.isPlatformColumnOf(column.key(), table -> true);
    }

    private Optional<ContentHash> definition(ComponentState column) {
        return column.layers().stream()
                .filter(leaving::contains)
                .reduce((below, above) -> above)
                .flatMap(layer -> layer.content().hash());
    }

    /** False if the column's content is unknown: the plan then deletes it, which is the more cautious assumption. */
    private boolean isOfTable(ComponentState column, Map<ContentHash, byte[]> xml) {
        return definition(column)
                .map(xml::get)
                .flatMap(said -> definitions.read(column.key(), column.parent(), said))
                .filter(StayingColumns::isOfTable)
                .isPresent();
    }

    private static boolean isOfTable(SolutionComponent column) {
        return OF_TABLE.contains(type(column))
                || List.of(column.property(Property.DISPLAY_MASK).split("\\|")).contains(PRIMARY_NAME);
    }
}
