package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.CaptureOptions.DataCount;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ManyToManyRelationships;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveTotalRecordCount;
import io.github.solutionalm.dataverse.capture.Going.Column;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.Exactness;
import io.github.solutionalm.model.DataAtRisk.What;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at what goes with deletions in rows, as closely as asked for: not at all, by the environment's own figures, or by
 * counting. No row is read. What is not said is unknown.
 */
final class DataLook {

    /** Counts are worth no more of the time of an operation; what was not counted by then is unknown. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Going going;
    private final OperationContext access;
    private final Gaps gaps;
    /** Tables of links by many-to-many relationship. */
    private final Map<ComponentKey, String> links = new TreeMap<>();

    private final Map<ComponentKey, DataAtRisk> found = new TreeMap<>();

    private DataLook(Going going, OperationContext access, Gaps gaps) {
        this.going = going;
        this.access = access;
        this.gaps = gaps;
    }

    /** What was seen, by component; nothing is at risk where the count is 0. */
    static Map<ComponentKey, DataAtRisk> at(Going going, DataCount closeness, OperationContext access, Gaps gaps)
            throws SolutionException {
        DataLook look = new DataLook(going, access.atMost(LONGEST), gaps);
        switch (closeness) {
            case NONE -> {
                // Nobody asked.
            }
            case ESTIMATE -> look.estimate();
            case COUNT -> look.count();
        }
        return look.found;
    }

    private void estimate() throws SolutionException {
        findLinks();
        Map<ComponentKey, Column> columns = new TreeMap<>(going.choices());
        going.columns().values().forEach(columns::putAll);
        Set<String> tables = new TreeSet<>(going.tables());
        tables.addAll(links.values());
        columns.values().forEach(column -> tables.add(column.table()));
        Map<String, Long> rows = rows(tables);
        addRows(rows);
        links.forEach((relationship, table) -> add(relationship, What.LINKS, Optional.ofNullable(rows.get(table))));
        // Of a table with rows nobody said in how many a column has a value.
        columns.forEach((key, column) -> add(
                key,
                going.values().containsKey(key) ? What.CHOICES : What.VALUES,
                Optional.ofNullable(rows.get(column.table())).filter(count -> count == 0)));
    }

    private void count() throws SolutionException {
        findLinks();
        Map<String, Long> rows = rows(new TreeSet<>(going.tables()));
        // A figure may be a day old: a table that had no rows is counted.
        rows.values().removeIf(count -> count == 0);
        addRows(rows);
        Set<String> uncounted = new TreeSet<>(going.tables());
        uncounted.removeAll(rows.keySet());
        found.putAll(new DataCounts(going, access, gaps).of(uncounted, links));
    }

    /** The links of other relationships are values of a column, which goes too. */
    private void findLinks() throws WebApiException {
        if (going.deleted(ComponentType.ENTITY_RELATIONSHIP).isEmpty()) {
            return;
        }
        Optional<ManyToManyRelationships> all =
                gaps.look("which relationships are many-to-many", () -> ManyToManyRelationships.of(access));
        if (all.isPresent()) {
            for (ComponentKey relationship : going.deleted(ComponentType.ENTITY_RELATIONSHIP)) {
                ComponentKey object =
                        new ComponentKey(relationship.type(), going.deleted().get(relationship));
                all.get()
                        .tableOf(relationship)
                        .or(() -> all.get().tableOf(object))
                        .ifPresentOrElse(
                                table -> links.put(relationship, table),
                                () -> found.put(relationship, DataAtRisk.counted(What.LINKS, 0)));
            }
        }
    }

    /** The environment's figures, by table, as far as it has any. */
    private Map<String, Long> rows(Set<String> tables) throws WebApiException {
        return tables.isEmpty()
                ? new TreeMap<>()
                : gaps.look("how many rows tables have", () -> RetrieveTotalRecordCount.of(access, tables))
                        .orElseGet(TreeMap::new);
    }

    private void addRows(Map<String, Long> rows) {
        going.tables()
                .forEach(table -> add(
                        new ComponentKey(ComponentType.ENTITY, table),
                        What.ROWS,
                        Optional.ofNullable(rows.get(table))));
    }

    private void add(ComponentKey key, What what, Optional<Long> figure) {
        figure.ifPresent(count -> found.put(key, new DataAtRisk(what, OptionalLong.of(count), Exactness.ESTIMATED)));
    }
}
