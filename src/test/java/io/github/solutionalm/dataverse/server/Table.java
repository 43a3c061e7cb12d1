package io.github.solutionalm.dataverse.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table as the Web API shows it.
 *
 * @param set name of the entity set
 * @param entity logical name
 * @param key primary key column
 * @param columns all columns
 * @param rows the rows as they are now
 * @param links what can be expanded, by navigation property
 * @param filters whether it can be filtered; virtual tables refuse most filters (docs/platform-facts.md, "Solution history")
 */
record Table(
        String set,
        String entity,
        String key,
        List<String> columns,
        Source rows,
        Map<String, Link> links,
        boolean filters) {

    /** Reads the rows. */
    interface Source {
        List<Map<String, Object>> read();

        /** For virtual tables, which give other rows for other filters. */
        default List<Map<String, Object>> read(String filter) {
            return read();
        }

        /** Refuses a filter that is right, and that a virtual table does not carry out all the same. */
        default void check(String filter) throws ODataFault {}
    }

    /**
     * Where a navigation property leads.
     *
     * @param target the other table
     * @param many whether it is a collection
     * @param rows the rows of the other table that belong to a row of this one
     */
    record Link(Table target, boolean many, Function<Map<String, Object>, List<Map<String, Object>>> rows) {}

    Table linked(Map<String, Link> to) {
        return new Table(set, entity, key, columns, rows, to, filters);
    }

    Optional<Map<String, Object>> find(String id) {
        return rows.read().stream()
                .filter(row -> id.equalsIgnoreCase(String.valueOf(row.get(key))))
                .findFirst();
    }
}
