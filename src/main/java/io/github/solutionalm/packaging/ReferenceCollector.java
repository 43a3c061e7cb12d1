package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.packaging.References.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.stax2.XMLStreamReader2;

/** Gathers what one component's definition refers to, while it goes by. */
final class ReferenceCollector {

    private static final String WEB_RESOURCE_SCHEME = "$webresource:";

    private final Map<String, List<Rule>> rules;
    private final Set<ComponentKey> found = new LinkedHashSet<>();
    private final List<ComponentKey> names = new ArrayList<>(0);
    private final Deque<OpenTable> tables = new ArrayDeque<>();
    private String baseTable;
    /** The rules of the element that began last. */
    private List<Rule> here = List.of();

    private record OpenTable(String name, int depth) {}

    /**
     * @param table the table that the component belongs to, whose columns it names; or empty
     */
    ReferenceCollector(Map<String, List<Rule>> rules, Optional<String> table) {
        this.rules = rules;
        this.baseTable = table.orElse("");
    }

    /** All of them; a name counts where no key of the same type was given. */
    Set<ComponentKey> found() {
        for (ComponentKey name : names) {
            if (found.stream().noneMatch(key -> key.type().equals(name.type()))) {
                found.add(name);
            }
        }
        names.clear();
        return found;
    }

    /** What was found elsewhere, such as in the component's files. */
    void addAll(Set<ComponentKey> keys) {
        found.addAll(keys);
    }

    /** The first reference of a type, in document order. */
    Optional<ComponentKey> first(ComponentType type) {
        return found().stream().filter(key -> key.type().equals(type)).findFirst();
    }

    void start(String element, XMLStreamReader2 reader, int depth) {
        int attributes = reader.getAttributeCount();
        for (int i = 0; i < attributes; i++) {
            webResource(reader.getAttributeValue(i));
        }
        List<Rule> found = rules.get(element);
        here = found == null ? List.of() : found;
        if (found != null) {
            applyAttributes(reader, depth);
        }
    }

    private void applyAttributes(XMLStreamReader2 reader, int depth) {
        for (Rule rule : here) {
            if (!rule.attribute().isEmpty()) {
                String value = reader.getAttributeValue(null, rule.attribute());
                if (value != null) {
                    apply(rule, value, depth, reader);
                }
            }
        }
    }

    void end(int depth) {
        if (!tables.isEmpty() && tables.peek().depth() == depth) {
            tables.pop();
        }
    }

    /** Whether anybody wants the text of the element that began last. */
    boolean wantsText() {
        return !here.isEmpty();
    }

    /** The text of the element that began last. */
    void text(String text) {
        for (Rule rule : here) {
            if (rule.attribute().isEmpty()) {
                apply(rule, text.strip(), 0, null);
            }
        }
    }

    /** {@code $webresource:name}, wherever it stands. */
    void webResource(String value) {
        if (value.length() > WEB_RESOURCE_SCHEME.length()
                && value.charAt(0) == '$'
                && value.regionMatches(true, 0, WEB_RESOURCE_SCHEME, 0, WEB_RESOURCE_SCHEME.length())) {
            add(ComponentType.WEB_RESOURCE, value.substring(WEB_RESOURCE_SCHEME.length()));
        }
    }

    /**
     * A row of a solution-aware table names its parents in nested elements:
     * {@code <parentbotid><schemaname>x</schemaname></parentbotid>} (facts/dataverse.md 1.2).
     */
    void lookup(String column, String keyColumn, String key) {
        // Export keys are made up by each export.
        if (!keyColumn.endsWith("exportkey")) {
            GenericComponents.tableOf(column).ifPresent(type -> add(type, key));
        }
    }

    /** A row of an N:N table names both sides in its attributes: {@code workflowid.workflowid="…"}. */
    void associations(XMLStreamReader2 reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            int dot = name.indexOf('.');
            if (dot > 0) {
                lookup(name.substring(0, dot), name.substring(dot + 1), reader.getAttributeValue(i));
            }
        }
    }

    private void apply(Rule rule, String value, int depth, XMLStreamReader2 reader) {
        if (value.isEmpty() || value.equalsIgnoreCase("none")) {
            return;
        }
        switch (rule.target()) {
            case COMPONENT -> add(rule.type(), value);
            case BY_NAME -> names.add(new ComponentKey(rule.type(), value));
            case COMPONENTS -> split(value).forEach(each -> add(rule.type(), each));
            case TABLE -> {
                add(ComponentType.ENTITY, value);
                if (reader == null) {
                    baseTable = value;
                } else {
                    tables.push(new OpenTable(value, depth));
                }
            }
            case COLUMN -> {
                if (reader == null || reader.getAttributeValue(null, "entityname") == null) {
                    column(value);
                }
            }
            case COLUMNS -> split(value).forEach(this::column);
            case APP_COMPONENT -> appComponent(reader);
            case JSON -> JsonReferences.of(value).keys().forEach(found::add);
        }
    }

    private void column(String column) {
        String table = tables.isEmpty() ? baseTable : tables.peek().name();
        // A dotted name is a column of a linked table, under an alias that says nothing.
        if (!table.isEmpty() && column.indexOf('.') < 0) {
            add(ComponentType.ATTRIBUTE, table + "." + column);
        }
    }

    private void appComponent(XMLStreamReader2 reader) {
        String type = reader.getAttributeValue(null, "type");
        String name = reader.getAttributeValue(null, "schemaName");
        String id = reader.getAttributeValue(null, "id");
        if (type.matches("\\d{1,9}") && (name != null || id != null)) {
            add(ComponentType.coded(Integer.parseInt(type)), name != null ? name : id);
        }
    }

    private static List<String> split(String value) {
        return List.of(value.split("\\s*,\\s*"));
    }

    private void add(ComponentType type, String key) {
        if (!key.isBlank()) {
            found.add(new ComponentKey(type, key));
        }
    }
}
