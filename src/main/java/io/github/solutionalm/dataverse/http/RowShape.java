package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The required columns of a row. A row with missing or wrong values is refused, instead of being read as empty or
 * zero.
 *
 * @param columns columns by name
 */
public record RowShape(Map<String, Column> columns) {

    /** The shape of any object. */
    public static final RowShape ANY = new RowShape(Map.of());

    /** The kinds of values of a column. */
    public enum Column {
        /** A text that is not blank. */
        TEXT("text", value -> value.isTextual() && !value.textValue().isBlank()),
        /** A text, or nothing. */
        TEXT_OR_NULL("text", value -> value.isTextual() || value.isNull() || value.isMissingNode()),
        /** A whole number. */
        NUMBER("whole number", value -> value.isIntegralNumber() && value.canConvertToInt()),
        /** True or false. */
        FLAG("true or false", JsonNode::isBoolean);

        private final String word;
        private final Predicate<JsonNode> holds;

        Column(String word, Predicate<JsonNode> holds) {
            this.word = word;
            this.holds = holds;
        }
    }

    public RowShape texts(String... names) {
        return with(Column.TEXT, names);
    }

    public RowShape textsOrNull(String... names) {
        return with(Column.TEXT_OR_NULL, names);
    }

    public RowShape numbers(String... names) {
        return with(Column.NUMBER, names);
    }

    public RowShape flags(String... names) {
        return with(Column.FLAG, names);
    }

    private RowShape with(Column column, String... names) {
        Map<String, Column> all = new HashMap<>(columns);
        for (String name : names) {
            all.put(name, column);
        }
        return new RowShape(Map.copyOf(all));
    }

    /**
     * Refuses a row of another shape.
     *
     * @param which name of the row for the message, such as {@code row 3 of the answer}
     */
    public void check(JsonNode row, String which) throws UnreadableAnswer {
        for (Map.Entry<String, Column> column : columns.entrySet()) {
            JsonNode value = row.path(column.getKey());
            if (!column.getValue().holds.test(value)) {
                throw new UnreadableAnswer(which + " has no " + column.getValue().word + " as " + column.getKey()
                        + (value.isMissingNode() ? "" : ", but " + shown(value)));
            }
        }
    }

    private static String shown(JsonNode value) {
        return value.isContainerNode()
                ? value.isArray() ? "a list" : "an object"
                : value.isTextual() && value.textValue().isBlank() ? "an empty text" : shortened(value.asText());
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
