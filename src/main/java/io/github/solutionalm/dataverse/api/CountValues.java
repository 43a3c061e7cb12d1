package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.api.FetchXml.Condition;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.What;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts rows of a table, as far as the user may read them. An environment counts exactly up to 50,000 rows; of a larger table
 * it says "5,000 or more" where there are so many. What it does not tell is unknown, and no failure.
 *
 * @param access the environment
 * @param table the table
 */
public record CountValues(OperationContext access, TableNames table) {

    /** The columns that are counted at once; more take the environment too long. */
    private static final int MOST = 10;

    /** Counts the rows that have a value, for each of these columns, by their logical names. */
    public Map<String, DataAtRisk> values(Collection<String> columns) throws WebApiException {
        List<String> all = columns.stream().distinct().toList();
        Map<String, DataAtRisk> counts = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += MOST) {
            counts.putAll(together(all.subList(from, Math.min(all.size(), from + MOST))));
        }
        return counts;
    }

    private Map<String, DataAtRisk> together(List<String> columns) throws WebApiException {
        Optional<List<Long>> exact;
        Map<String, DataAtRisk> counts = new LinkedHashMap<>();
        try {
            exact = Optional.of(access.call(new AggregatedCounts(
                    table.entitySet(), FetchXml.values(table.logicalName(), columns), columns.size())));
        } catch (WebApiException e) {
            if (!mayBeAskedOtherwise(e)) {
                columns.forEach(column -> counts.put(column, DataAtRisk.unknown(What.VALUES)));
                return counts;
            }
            exact = Optional.empty();
        }
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            counts.put(
                    column,
                    exact.isPresent()
                            ? DataAtRisk.counted(What.VALUES, exact.get().get(i))
                            : first(What.VALUES, Condition.hasValue(column)));
        }
        return counts;
    }

    /** Counts the rows. */
    public DataAtRisk rows(What what) throws WebApiException {
        DataAtRisk rows = values(List.of(table.primaryId())).get(table.primaryId());
        return new DataAtRisk(what, rows.count(), rows.exactness());
    }

    /** Counts the rows of a table of assignments that are of one role, in any business unit. */
    public DataAtRisk ofRole(String role) throws WebApiException {
        return rowsWith(Condition.isRole(role), What.ASSIGNMENTS);
    }

    /**
     * Counts the rows that have one value in a column.
     *
     * @param column logical name
     * @param value the value of a choice, or the id of a row
     */
    public DataAtRisk rowsWith(String column, String value, What what) throws WebApiException {
        return rowsWith(Condition.isValue(column, value), what);
    }

    private DataAtRisk rowsWith(Condition condition, What what) throws WebApiException {
        try {
            return DataAtRisk.counted(
                    what,
                    access.call(new AggregatedCounts(table.entitySet(), FetchXml.rowsWith(table, condition), 1))
                            .get(0));
        } catch (WebApiException e) {
            return mayBeAskedOtherwise(e) ? first(what, condition) : DataAtRisk.unknown(what);
        }
    }

    private DataAtRisk first(What what, Condition condition) throws WebApiException {
        return access.look(new CountedRows(table.entitySet(), FetchXml.first(table, condition), what))
                .orElse(DataAtRisk.unknown(what));
    }

    /**
     * Whether the environment may answer another question: there are too many rows for this one (0x8004E023), or one of the
     * columns can't be counted this way.
     */
    private static boolean mayBeAskedOtherwise(WebApiException e) throws WebApiException {
        if (e.kind() == Kind.INTERRUPTED) {
            throw e;
        }
        return e.kind() == Kind.REFUSED;
    }
}
