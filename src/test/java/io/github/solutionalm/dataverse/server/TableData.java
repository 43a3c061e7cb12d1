package io.github.solutionalm.dataverse.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many rows the tables of an environment have, and how many of them have what in their columns. Names are logical names. The
 * links of a many-to-many relationship are the rows of its own table, and who has a role is in {@code systemuserroles} and
 * {@code teamroles}: {@code values("systemuserroles", "roleid", id, 3)}.
 */
public final class TableData {

    /** The tables of those who have a role or profile; a query finds a role with its copies by the columns of the role. */
    private static final Map<String, Set<String>> ASSIGNMENTS = Map.of(
            "systemuserroles", Set.of("roleid", "parentrootroleid"),
            "teamroles", Set.of("roleid", "parentrootroleid"),
            "systemuserprofiles", Set.of("fieldsecurityprofileid"),
            "teamprofiles", Set.of("fieldsecurityprofileid"));

    private final Map<String, Long> rows = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Long>> values = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Long>> equals = new ConcurrentHashMap<>();
    private final Map<String, String> links = new ConcurrentHashMap<>();

    /** A table has so many rows. */
    public TableData rows(String table, long count) {
        rows.put(lower(table), count);
        return this;
    }

    /** So many rows of a table have a value in a column. */
    public TableData values(String table, String column, long count) {
        put(values, table, column, count);
        return this;
    }

    /** So many rows of a table have this value in a column. */
    public TableData values(String table, String column, String value, long count) {
        put(equals, table, column + "=" + value, count);
        return this;
    }

    /** A many-to-many relationship, by its schema name, has so many links in a table of its own. */
    public TableData links(String relationship, String table, long count) {
        links.put(relationship, lower(table));
        return rows(table, count);
    }

    /** The tables of the links of many-to-many relationships, by schema name. */
    Map<String, String> links() {
        return links;
    }

    private static void put(Map<String, Map<String, Long>> in, String table, String what, long count) {
        in.computeIfAbsent(lower(table), name -> new ConcurrentHashMap<>()).put(lower(what), count);
    }

    Set<String> tables() {
        Set<String> tables = new TreeSet<>(ASSIGNMENTS.keySet());
        tables.addAll(rows.keySet());
        tables.addAll(values.keySet());
        tables.addAll(equals.keySet());
        return tables;
    }

    boolean hasColumn(String table, String column) {
        if (ASSIGNMENTS.getOrDefault(lower(table), Set.of()).contains(lower(column))) {
            return true;
        }
        return values.getOrDefault(lower(table), Map.of()).containsKey(lower(column))
                || equals.getOrDefault(lower(table), Map.of()).keySet().stream()
                        .anyMatch(what -> what.startsWith(lower(column) + "="));
    }

    /** All rows of a table: as many as were set, or are needed for its values. */
    long of(String table) {
        Map<String, Long> known = new HashMap<>(values.getOrDefault(lower(table), Map.of()));
        known.putAll(equals.getOrDefault(lower(table), Map.of()));
        long most = known.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return rows.getOrDefault(lower(table), most);
    }

    long of(String table, String column) {
        return values.getOrDefault(lower(table), Map.of()).getOrDefault(lower(column), 0L);
    }

    long of(String table, String column, String value) {
        return equals.getOrDefault(lower(table), Map.of()).getOrDefault(lower(column + "=" + value), 0L);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
