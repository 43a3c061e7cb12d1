package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that the platform makes along with a table or with another column: they stay as long as that stays, whether a
 * solution lists them or not. The primary key and the primary name of a table, its state, status and owner; the amount in
 * base currency of money; date and state of a rollup.
 */
final class StayingColumns {

    /** Types of columns of which each table has one, made with it. */
    private static final Set<String> OF_TABLE = Set.of("primarykey", "state", "status", "owner");

    private static final String PRIMARY_NAME = "PrimaryName";

    /** What the platform appends to the name of a column for those that it makes along with it. */
    private static final List<String> COMPANIONS = List.of("_base", "_date", "_state", "yominame", "name", "_url");

    private final Definitions definitions;
    private final LeavingLayers leaving;
    private final EnvironmentView environment;

    StayingColumns(EnvironmentView environment, LeavingLayers leaving) {
        this.environment = environment;
        this.definitions = environment.definitions();
        this.leaving = leaving;
    }

    /** Those of the components to be deleted that stay. */
    List<ComponentState> of(Map<ComponentKey, ComponentState> deleted) {
        List<ComponentState> columns = deleted.values().stream()
                .filter(state -> state.key().type().equals(ComponentType.ATTRIBUTE))
                .filter(state -> SchemaName.table(state.key())
                        .filter(table -> !deleted.containsKey(table))
                        .isPresent())
                .toList();
        Set<ComponentKey> sources = sources(columns);
        List<ComponentState> staying = new ArrayList<>();
        for (ComponentState column : columns) {
            boolean hasSource =
                    names(column.key()).anyMatch(source -> sources.contains(source) && !deleted.containsKey(source));
            if (hasSource || isPlatformColumn(column) || isOfTable(column)) {
                staying.add(column);
            }
        }
        return staying;
    }

    /** The columns with which others may have been made, as far as they are there. */
    private Set<ComponentKey> sources(List<ComponentState> columns) {
        List<ComponentKey> asked =
                columns.stream().flatMap(column -> names(column.key())).toList();
        return asked.isEmpty() ? Set.of() : environment.components(asked).keySet();
    }

    private static java.util.stream.Stream<ComponentKey> names(ComponentKey column) {
        return COMPANIONS.stream()
                .filter(suffix -> column.key().endsWith(suffix))
                .map(suffix -> column.key().substring(0, column.key().length() - suffix.length()))
                .map(name -> new ComponentKey(ComponentType.ATTRIBUTE, name));
    }

    private static boolean isPlatformColumn(ComponentState column) {
        return PlatformComponents.isPlatformColumnOf(column.key(), table -> true);
    }

    private boolean isOfTable(ComponentState column) {
        Optional<ContentHash> definition = column.layers().stream()
                .filter(leaving::contains)
                .reduce((below, above) -> above)
                .flatMap(Layer::hash);
        Optional<SolutionComponent> said =
                definition.flatMap(hash -> definitions.read(column.key(), column.parent(), hash));
        return said.filter(StayingColumns::isOfTable).isPresent();
    }

    private static boolean isOfTable(SolutionComponent column) {
        return OF_TABLE.contains(column.property(Property.DATA_TYPE).toLowerCase(java.util.Locale.ROOT))
                || List.of(column.property(Property.DISPLAY_MASK).split("\\|")).contains(PRIMARY_NAME);
    }
}
