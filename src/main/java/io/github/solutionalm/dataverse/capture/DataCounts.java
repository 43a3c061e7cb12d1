package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ConnectionRows;
import io.github.solutionalm.dataverse.api.CountValues;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.TableNames;
import io.github.solutionalm.dataverse.api.VariableRows;
import io.github.solutionalm.dataverse.capture.Going.Column;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentChange.LostValue;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.Exactness;
import io.github.solutionalm.model.DataAtRisk.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Counts what goes with deletions, about one question for each table. */
final class DataCounts {

    private static final List<String> OF_ROLES = List.of("systemuserroles", "teamroles");
    private static final List<String> OF_PROFILES = List.of("systemuserprofiles", "teamprofiles");
    private static final String PROFILE = "fieldsecurityprofileid";

    private final Going going;
    private final OperationContext access;
    private final Gaps gaps;
    private final List<Count> counts = new ArrayList<>();
    private final Set<String> tables = new TreeSet<>();

    DataCounts(Going going, OperationContext access, Gaps gaps) {
        this.going = going;
        this.access = access;
        this.gaps = gaps;
    }

    /** One question, or a few about one table. */
    private record Count(String what, Answer answer) {}

    @FunctionalInterface
    private interface Answer {
        Map<ComponentKey, DataAtRisk> of(Map<String, TableNames> names) throws WebApiException;
    }

    /** Counts one thing in a table. */
    @FunctionalInterface
    private interface Question {
        DataAtRisk in(CountValues table) throws WebApiException;
    }

    /**
     * Counts.
     *
     * @param uncounted deleted tables that the environment has no figure of
     * @param links tables of links, by many-to-many relationship
     */
    Map<ComponentKey, DataAtRisk> of(Set<String> uncounted, Map<ComponentKey, String> links) throws SolutionException {
        uncounted.forEach(table -> ask(
                new ComponentKey(ComponentType.ENTITY, table),
                What.ROWS,
                List.of(table),
                rows -> rows.rows(What.ROWS)));
        links.forEach(
                (relationship, table) -> ask(relationship, What.LINKS, List.of(table), rows -> rows.rows(What.LINKS)));
        going.columns().forEach(this::askValues);
        going.choices()
                .forEach((key, column) -> ask(
                        key,
                        What.CHOICES,
                        List.of(column.table()),
                        rows -> choices(rows, column, going.values().get(key))));
        askAssignments(ComponentType.ROLE, OF_ROLES, CountValues::ofRole);
        askAssignments(
                ComponentType.FIELD_SECURITY_PROFILE,
                OF_PROFILES,
                (rows, profile) -> rows.rowsWith(PROFILE, profile, What.ASSIGNMENTS));
        Map<ComponentKey, DataAtRisk> found = new TreeMap<>(answers());
        found.putAll(settings());
        return found;
    }

    private Map<ComponentKey, DataAtRisk> answers() throws SolutionException {
        Map<ComponentKey, DataAtRisk> found = new TreeMap<>();
        if (counts.isEmpty()) {
            return found;
        }
        Optional<Map<String, TableNames>> names =
                gaps.look("the names of tables for their rows", () -> TableNames.of(access, tables));
        if (names.isPresent()) {
            SeveralAtOnce.look(counts, "the data of deletions", Count::what, gaps, count -> count.answer()
                            .of(names.get()))
                    .forEach((count, answer) -> {
                        if (answer.values().stream().anyMatch(data -> data.exactness() == Exactness.UNKNOWN)) {
                            gaps.add(count.what(), "the environment did not count them, or not for this user");
                        }
                        found.putAll(answer);
                    });
        }
        return found;
    }

    /** The sum over tables; one without rows of its own makes it unknown. */
    private void ask(ComponentKey key, What what, List<String> in, Question question) {
        tables.addAll(in);
        counts.add(new Count("how many rows go with " + key, names -> {
            DataAtRisk sum = DataAtRisk.counted(what, 0);
            for (String table : in) {
                sum = sum.plus(
                        names.containsKey(table)
                                ? question.in(new CountValues(access, names.get(table)))
                                : DataAtRisk.unknown(what));
            }
            return Map.of(key, sum);
        }));
    }

    private void askValues(String table, Map<ComponentKey, Column> columns) {
        tables.add(table);
        counts.add(new Count("how many rows of " + table + " have values in deleted columns", names -> {
            Map<ComponentKey, DataAtRisk> found = new TreeMap<>();
            columns.keySet().forEach(key -> found.put(key, DataAtRisk.unknown(What.VALUES)));
            if (names.containsKey(table)) {
                Map<String, DataAtRisk> values = new CountValues(access, names.get(table))
                        .values(columns.values().stream().map(Column::name).toList());
                columns.forEach((key, column) -> found.put(key, values.get(column.name())));
            }
            return found;
        }));
    }

    private static DataAtRisk choices(CountValues rows, Column column, List<LostValue> values) throws WebApiException {
        DataAtRisk sum = DataAtRisk.counted(What.CHOICES, 0);
        for (LostValue value : values) {
            sum = sum.plus(rows.rowsWith(column.name(), value.value(), What.CHOICES));
        }
        return sum;
    }

    /** Counts who has one object. */
    @FunctionalInterface
    private interface Assigned {
        DataAtRisk to(CountValues rows, String objectId) throws WebApiException;
    }

    private void askAssignments(ComponentType type, List<String> in, Assigned assigned) {
        for (ComponentKey key : going.deleted(type)) {
            String object = going.deleted().get(key);
            if (!object.isEmpty()) {
                ask(key, What.ASSIGNMENTS, in, rows -> assigned.to(rows, object));
            }
        }
    }

    /** Whether there are values and connections; which they are is not kept. */
    private Map<ComponentKey, DataAtRisk> settings() throws WebApiException {
        Map<ComponentKey, DataAtRisk> found = new TreeMap<>();
        List<ComponentKey> variables = going.deleted(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION);
        List<ComponentKey> values = going.deleted(ComponentType.ENVIRONMENT_VARIABLE_VALUE);
        if (!variables.isEmpty() || !values.isEmpty()) {
            gaps.look("which environment variables have values", () -> VariableRows.of(access))
                    .map(DataCounts::withValues)
                    .ifPresent(set -> {
                        add(variables, key -> set.contains(key.key()), found);
                        add(values, key -> set.contains(key.key()) || set.contains(objectId(key)), found);
                    });
        }
        List<ComponentKey> references = going.deleted(ComponentType.CONNECTION_REFERENCE);
        if (!references.isEmpty()) {
            gaps.look("which connection references are bound", () -> ConnectionRows.bound(access))
                    .ifPresent(bound -> add(references, bound::containsKey, found));
        }
        return found;
    }

    private String objectId(ComponentKey key) {
        return ComponentKey.normalize(going.deleted().get(key));
    }

    /** The names of the variables that have a value, and the ids of those values. */
    private static Set<String> withValues(VariableRows rows) {
        Set<String> set = new HashSet<>();
        rows.values().keySet().forEach(variable -> {
            set.add(variable.key());
            Optional.ofNullable(rows.rows().get(variable))
                    .map(ComponentKey::normalize)
                    .ifPresent(set::add);
        });
        return set;
    }

    private static void add(List<ComponentKey> keys, Predicate<ComponentKey> has, Map<ComponentKey, DataAtRisk> found) {
        keys.forEach(key -> found.put(key, DataAtRisk.counted(What.SETTINGS, has.test(key) ? 1 : 0)));
    }
}
