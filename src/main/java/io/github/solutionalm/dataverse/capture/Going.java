package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.EnvironmentSnapshot.Component;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentChange.LostValue;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk.What;
import io.github.solutionalm.model.Guid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What goes by a first plan and may take data with it.
 *
 * @param deleted the components that are deleted, each with its GUID in the environment, which is empty where nobody told it
 * @param values values that go of choices that stay
 */
record Going(Map<ComponentKey, String> deleted, Map<ComponentKey, List<LostValue>> values) {

    /**
     * A column of a table.
     *
     * @param table logical name
     * @param name logical name of the column
     */
    record Column(String table, String name) {

        /** Empty of one that is known by its GUID alone. */
        static Optional<Column> of(ComponentKey key) {
            int end = key.key().indexOf('.');
            return key.type().equals(ComponentType.ATTRIBUTE) && end > 0
                    ? Optional.of(
                            new Column(key.key().substring(0, end), key.key().substring(end + 1)))
                    : Optional.empty();
        }
    }

    static Going of(List<PlanResult> plans, Map<ComponentKey, Component> components) {
        Going going = new Going(new TreeMap<>(), new TreeMap<>());
        plans.stream()
                .flatMap(plan -> Stream.concat(plan.changes().stream(), plan.deferred().stream()))
                .forEach(change -> going.add(change, Optional.ofNullable(components.get(change.key()))));
        // One that changes in one operation and is deleted in a later one loses all its values.
        going.values.keySet().removeAll(going.deleted.keySet());
        return going;
    }

    private void add(ComponentChange change, Optional<Component> component) {
        if (change.change() == Change.DELETE && What.of(change.key().type()).isPresent()) {
            deleted.put(change.key(), component.map(Component::objectId).orElse(""));
        } else if (!change.values().isEmpty()) {
            values.put(change.key(), change.values());
        }
    }

    /** The deleted components of a type. */
    List<ComponentKey> deleted(ComponentType type) {
        return deleted.keySet().stream().filter(key -> key.type().equals(type)).toList();
    }

    /** The logical names of the deleted tables. */
    List<String> tables() {
        return deleted(ComponentType.ENTITY).stream()
                .map(ComponentKey::key)
                .filter(table -> !Guid.is(table))
                .toList();
    }

    /** The deleted columns of tables that stay, by table. */
    Map<String, Map<ComponentKey, Column>> columns() {
        Map<String, Map<ComponentKey, Column>> columns = new TreeMap<>();
        for (ComponentKey key : deleted(ComponentType.ATTRIBUTE)) {
            Column.of(key)
                    .filter(column -> !deleted.containsKey(new ComponentKey(ComponentType.ENTITY, column.table())))
                    .ifPresent(column -> columns.computeIfAbsent(column.table(), table -> new TreeMap<>())
                            .put(key, column));
        }
        return columns;
    }

    /** The columns with a choice of their own of which values go. Of choices that tables share, nobody knows the columns. */
    Map<ComponentKey, Column> choices() {
        Map<ComponentKey, Column> choices = new TreeMap<>();
        values.keySet().forEach(key -> Column.of(key).ifPresent(column -> choices.put(key, column)));
        return choices;
    }
}
