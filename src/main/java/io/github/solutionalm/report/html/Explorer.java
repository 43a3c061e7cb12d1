package io.github.solutionalm.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A long table of components, as data for the script of the page: rows {@code [type, key, name, column…, more]}, where types and
 * the words of a column are numbers of a list. A row ends where nothing follows.
 */
final class Explorer {

    private static final int LONGEST = 300;

    /**
     * A column.
     *
     * @param title heading
     * @param words the words of a column that has few, so that one of them can be chosen, in their order; others are added;
     *     empty for a column of any text
     */
    record Column(String title, Optional<List<String>> words) {

        static Column ofText(String title) {
            return new Column(title, Optional.empty());
        }

        static Column of(String title, List<String> words) {
            return new Column(title, Optional.of(words));
        }

        boolean filtered() {
            return words.isPresent();
        }
    }

    /** Hands on all components. */
    interface Source {
        void each(JsonFile.Element element) throws IOException;
    }

    /** What a table shows of a component. */
    interface View {

        /** A text for each column; may be empty. */
        List<String> columns(JsonNode component);

        /** Whether there is something to unfold. */
        boolean hasMore(JsonNode component);

        /** What there is to unfold: the fields of an object that is open. */
        void more(JsonNode component, JsonGenerator json) throws IOException;
    }

    private final String id;
    private final List<Column> columns;
    private final View view;
    private final Map<String, Integer> types = new LinkedHashMap<>();
    private final List<Map<String, Integer>> words;

    /** A table in the section with this id. */
    Explorer(String id, List<Column> columns, View view) {
        this.id = id;
        this.columns = columns;
        this.view = view;
        this.words = columns.stream().map(Explorer::numbered).toList();
    }

    private static Map<String, Integer> numbered(Column column) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        column.words().ifPresent(words -> words.forEach(word -> number(numbers, word)));
        return numbers;
    }

    /** Writes the place of the table and its data; {@code lists} are more lists of texts that rows name by number. */
    void write(Markup page, String title, int total, Source source, Map<String, List<String>> lists)
            throws IOException {
        if (total == 0) {
            return;
        }
        String data = Anchor.of(id, "all");
        page.open("details", "class", "explorer", "data-id", id, "data-rows", data);
        page.element("summary", title + " (" + Words.number(total) + ")");
        page.element("p", "This table needs JavaScript.", "class", "more");
        page.close();
        page.data(data, json -> data(json, source, lists));
    }

    private void data(JsonGenerator json, Source source, Map<String, List<String>> lists) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeArrayFieldStart("rows");
        source.each(component -> row(component, json));
        json.writeEndArray();
        array(json, "types", types.keySet());
        json.writeArrayFieldStart("columns");
        for (int i = 0; i < columns.size(); i++) {
            json.writeStartObject();
            json.writeStringField("title", columns.get(i).title());
            if (columns.get(i).filtered()) {
                array(json, "words", words.get(i).keySet());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            array(json, list.getKey(), list.getValue());
        }
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, String name, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(VisibleText.of(text));
        }
        json.writeEndArray();
    }

    private void row(JsonNode component, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeNumber(number(types, Words.text(component, "type")));
        json.writeString(VisibleText.of(Words.text(component, "key"), LONGEST));
        json.writeString(VisibleText.of(Words.text(component, "name"), LONGEST));
        List<String> texts = view.columns(component);
        boolean more = view.hasMore(component);
        int last = more ? texts.size() : lastOf(texts);
        for (int i = 0; i < last; i++) {
            if (columns.get(i).filtered()) {
                json.writeNumber(number(words.get(i), texts.get(i)));
            } else {
                json.writeString(VisibleText.of(texts.get(i), LONGEST));
            }
        }
        if (more) {
            json.writeStartObject();
            view.more(component, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private int lastOf(List<String> texts) {
        int last = texts.size();
        while (last > 0
                && !columns.get(last - 1).filtered()
                && texts.get(last - 1).isEmpty()) {
            last--;
        }
        return last;
    }

    private static int number(Map<String, Integer> numbers, String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        numbers.put(text, numbers.size());
        return numbers.size() - 1;
    }
}
