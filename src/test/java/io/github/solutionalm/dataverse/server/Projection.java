package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which columns of a row, and which rows linked with it, an answer shows: {@code $select} and {@code $expand}. */
final class Projection {

    private final Table table;
    private final Optional<List<String>> selected;
    private final Map<String, Projection> expanded;

    private Projection(Table table, Optional<List<String>> selected, Map<String, Projection> expanded) {
        this.table = table;
        this.selected = selected;
        this.expanded = expanded;
    }

    static Projection of(Table table, Map<String, String> options) throws ODataFault {
        Columns columns = new Columns(table.entity(), Set.copyOf(table.columns()));
        Optional<List<String>> selected = Optional.empty();
        if (options.containsKey("$select")) {
            selected = Optional.of(List.of(options.get("$select").split("\\s*,\\s*")));
            for (String column : selected.get()) {
                columns.check(column);
            }
        }
        Map<String, Projection> expanded = new LinkedHashMap<>();
        for (String part : split(options.getOrDefault("$expand", ""), ',')) {
            int open = part.indexOf('(');
            String name = open < 0 ? part : part.substring(0, open);
            new Columns(table.entity(), table.links().keySet()).check(name);
            String inner = open < 0 ? "" : part.substring(open + 1, part.length() - 1);
            expanded.put(name, of(table.links().get(name).target(), inner(inner)));
        }
        return new Projection(table, selected, expanded);
    }

    private static Map<String, String> inner(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : split(text, ';')) {
            String[] pair = option.split("=", 2);
            options.put(pair[0], pair.length == 1 ? "" : pair[1]);
        }
        return options;
    }

    /** Splits at separators outside of parentheses. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        StringBuilder part = new StringBuilder();
        for (char c : (text + separator).toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == separator && depth == 0) {
                if (!part.toString().isBlank()) {
                    parts.add(part.toString().strip());
                }
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        return parts;
    }

    /** As the context of an answer says it: {@code (uniquename,publisherid(friendlyname))}, or nothing for all. */
    String context() {
        Set<String> parts = new LinkedHashSet<>(selected.orElse(List.of()));
        expanded.forEach((name, inner) -> {
            String context = inner.context();
            parts.add(name + (context.isEmpty() ? "()" : context));
        });
        return parts.isEmpty() ? "" : "(" + String.join(",", parts) + ")";
    }

    ObjectNode show(Map<String, Object> row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@odata.etag", "W/\"" + row.getOrDefault("versionnumber", 1) + "\"");
        Set<String> shown = new LinkedHashSet<>(selected.orElse(table.columns()));
        shown.add(table.key());
        shown.forEach(column -> json.set(column, value(row.get(column))));
        expanded.forEach((name, inner) -> {
            Table.Link link = table.links().get(name);
            ArrayNode linked = JsonNodeFactory.instance.arrayNode();
            link.rows().apply(row).forEach(other -> linked.add(inner.show(other)));
            if (link.many()) {
                json.set(name, linked);
            } else {
                json.set(name, linked.isEmpty() ? JsonNodeFactory.instance.nullNode() : linked.get(0));
            }
        });
        return json;
    }

    private static JsonNode value(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value == null) {
            return nodes.nullNode();
        }
        if (value instanceof Boolean truth) {
            return nodes.booleanNode(truth);
        }
        if (value instanceof Integer || value instanceof Long) {
            return nodes.numberNode(((Number) value).longValue());
        }
        return value instanceof Double number ? nodes.numberNode(number) : nodes.textNode(value.toString());
    }
}
