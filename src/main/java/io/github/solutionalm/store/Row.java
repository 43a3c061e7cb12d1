package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultSetScanner;
import org.jdbi.v3.core.statement.Query;

/**
 * A row of a query, each value checked where it is read: SQLite keeps any kind of value in any column, and files are damaged or
 * changed by hand. Columns count from 1. What cannot be is a {@link DamageException}.
 */
record Row(ResultSet values) {

    private static final int LONGEST_SHOWN = 60;

    /** Makes a value of a row. */
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    static <T> RowMapper<T> to(Reading<T> reading) {
        return (values, context) -> reading.of(new Row(values));
    }

    /**
     * Goes through the rows of a query, and gives back what they took. Left alone, Jdbi keeps the statement of a scan until the
     * transaction ends: of every content that is checked, that is.
     */
    static boolean scan(Query query, ResultSetScanner<Boolean> scanner) {
        try (query) {
            return query.scanResultSet(scanner);
        }
    }

    String text(int column) throws SQLException {
        Object value = values.getObject(column);
        if (value instanceof String text) {
            return text;
        }
        throw damaged(column, value == null ? "nothing" : "something else", "text");
    }

    Optional<String> optionalText(int column) throws SQLException {
        return Optional.ofNullable(values.getString(column));
    }

    /** Text in a form of its own, such as a version, read by something that throws where it is not. */
    <T> T parsed(int column, String kind, Function<String, T> parser) throws SQLException {
        String text = values.getString(column);
        if (text == null) {
            throw damaged(column, "nothing", kind);
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw damaged(column, "'" + shortened(text) + "'", kind);
        }
    }

    <T> Optional<T> optional(int column, String kind, Function<String, T> parser) throws SQLException {
        return values.getString(column) == null ? Optional.empty() : Optional.of(parsed(column, kind, parser));
    }

    /** A number from 0 up; 0 for none. */
    int number(int column) throws SQLException {
        long number = size(column);
        if (number > Integer.MAX_VALUE) {
            throw damaged(column, Long.toString(number), "such a number");
        }
        return (int) number;
    }

    long size(int column) throws SQLException {
        Object value = values.getObject(column);
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number && number.longValue() == number.doubleValue() && number.longValue() >= 0) {
            return number.longValue();
        }
        throw damaged(column, "'" + shortened(value.toString()) + "'", "a number from 0 up");
    }

    boolean flag(int column) throws SQLException {
        Object value = values.getObject(column);
        if (value instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
            return number.intValue() == 1;
        }
        throw damaged(column, "'" + value + "'", "0 or 1");
    }

    ContentHash hash(int column) throws SQLException {
        return optionalHash(column).orElseThrow(() -> new DamageException("a hash is missing"));
    }

    Optional<ContentHash> optionalHash(int column) throws SQLException {
        byte[] bytes = values.getBytes(column);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ContentHash.of(bytes));
        } catch (IllegalArgumentException e) {
            throw damaged(column, bytes.length + " bytes", "a SHA-256");
        }
    }

    byte[] bytes(int column) throws SQLException {
        byte[] bytes = values.getBytes(column);
        if (bytes == null) {
            throw damaged(column, "nothing", "bytes");
        }
        return bytes;
    }

    /** Bytes; none where a join found none. */
    byte[] piece(int column) throws SQLException {
        byte[] bytes = values.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    /** A component, whose type and key are in two columns. */
    ComponentKey key(int first) throws SQLException {
        return new ComponentKey(ComponentType.named(text(first)), text(first + 1));
    }

    /** A component or none. */
    Optional<ComponentKey> optionalKey(int first) throws SQLException {
        return values.getString(first) == null ? Optional.empty() : Optional.of(key(first));
    }

    private DamageException damaged(int column, String is, String expected) throws SQLException {
        return new DamageException("a column '" + values.getMetaData().getColumnLabel(column) + "' holds " + is
                + " in place of " + expected);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
