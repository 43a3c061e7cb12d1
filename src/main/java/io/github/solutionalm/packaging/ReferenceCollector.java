package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.packaging.References.Rule;
import io.github.solutionalm.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Collects the references of one component's definition while it is read. */
final class ReferenceCollector {

    private static final String WEB_RESOURCE_SCHEME = "$webresource:";
    private static final String REMOVED = "Removed";
    private static final String WEB_RESOURCE_FOLDER = "/WebResources/";

    /** Names of web resources begin with a prefix; other places of files and pages are the platform's or the web's. */
    private static final Pattern WEB_RESOURCE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,7}_[^:?#]*");

    private final Map<String, List<Rule>> rules;
    private final Set<ComponentKey> found = new LinkedHashSet<>();
    private final List<ComponentKey> names = new ArrayList<>(0);
    private final Deque<OpenTable> tables = new ArrayDeque<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final boolean looksAround;
    private final boolean isEmbedded;
    /** Columns of a table that was not named yet. */
    private final List<String> waiting = new ArrayList<>(0);

    private String baseTable;
    /** The rules of the element that began last. */
    private List<Rule> here = List.of();

    /** How many elements are open of what a difference removes. */
    private int removed;

    private record OpenTable(String name, int depth) {}

    /**
     * @param table the table that the component belongs to, whose columns it names; or empty
     */
    ReferenceCollector(Map<String, List<Rule>> rules, Optional<String> table) {
        this(rules, table, false);
    }

    private ReferenceCollector(Map<String, List<Rule>> rules, Optional<String> table, boolean isEmbedded) {
        this.isEmbedded = isEmbedded;
        this.rules = rules;
        this.looksAround = rules.keySet().stream().anyMatch(element -> element.indexOf('/') > 0);
        this.baseTable = table.orElse("");
    }

    /** The references found; a name counts where no key of the same type was given. */
    Set<ComponentKey> found() {
        if (!names.isEmpty()) {
            Set<ComponentType> types = found.stream().map(ComponentKey::type).collect(Collectors.toSet());
            names.stream().filter(name -> types.add(name.type())).forEach(found::add);
            names.clear();
        }
        if (!baseTable.isEmpty()) {
            waiting.forEach(this::column);
            waiting.clear();
        }
        return found;
    }

    /** The table that it is about. */
    Optional<String> table() {
        return baseTable.isEmpty() ? Optional.empty() : Optional.of(baseTable);
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
        if (looksAround) {
            path.push(element);
        }
        if (removed > 0 || REMOVED.equals(reader.getAttributeValue(null, "solutionaction"))) {
            removed++;
            here = List.of();
            return;
        }
        if (!References.WITHOUT_WEB_RESOURCES.contains(element)) {
            for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
                webResource(reader.getAttributeValue(i));
            }
        }
        here = rulesOf(element);
        if (!here.isEmpty()) {
            applyAttributes(reader, depth);
        }
    }

    private List<Rule> rulesOf(String element) {
        List<Rule> found = rules.getOrDefault(element, List.of());
        if (!looksAround || path.size() < 2) {
            return found;
        }
        Iterator<String> innermost = path.iterator();
        innermost.next();
        return rules.getOrDefault(innermost.next() + "/" + element, found);
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
        if (looksAround) {
            path.pop();
        }
        if (removed > 0) {
            removed--;
        }
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
        if (removed == 0
                && value.length() > WEB_RESOURCE_SCHEME.length()
                && value.charAt(0) == '$'
                && value.regionMatches(true, 0, WEB_RESOURCE_SCHEME, 0, WEB_RESOURCE_SCHEME.length())) {
            add(ComponentType.WEB_RESOURCE, value.substring(WEB_RESOURCE_SCHEME.length()));
        }
    }

    /** A name, or the path of a page: {@code /WebResources/name?data=x}. */
    private void webResourceIn(String value) {
        String name = value.startsWith(WEB_RESOURCE_FOLDER) ? value.substring(WEB_RESOURCE_FOLDER.length()) : value;
        Matcher matcher = WEB_RESOURCE_NAME.matcher(name);
        if (matcher.lookingAt() && (matcher.end() == name.length() || name.charAt(matcher.end()) != ':')) {
            add(ComponentType.WEB_RESOURCE, matcher.group());
        }
    }

    /** XML text inside the definition, such as the libraries that a script needs: the same rows, one level deep. */
    private void embedded(String xml) {
        if (isEmbedded) {
            return;
        }
        ReferenceCollector inner = new ReferenceCollector(rules, table(), true);
        try {
            inner.readAll(SafeXml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (XMLStreamException e) {
            // The platform takes the text as it is; whatever was found up to here stands.
        }
        found.addAll(inner.found());
    }

    private void readAll(XMLStreamReader2 reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; reader.hasNext(); ) {
            switch (reader.next()) {
                case XMLStreamReader2.START_ELEMENT -> {
                    text.setLength(0);
                    start(reader.getLocalName(), reader, depth++);
                }
                case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA -> text.append(reader.getText());
                case XMLStreamReader2.END_ELEMENT -> {
                    text(text.toString());
                    text.setLength(0);
                    end(--depth);
                }
                default -> {}
            }
        }
    }

    /**
     * A row of a solution-aware table names its parents in nested elements:
     * {@code <parentbotid><schemaname>x</schemaname></parentbotid>} (docs/platform-facts.md, "Rows of solution-aware
     * tables").
     */
    void lookup(String column, String keyColumn, String key) {
        if (column.equals("attribute")) {
            columnLookup(keyColumn, key);
        } else {
            GenericComponents.tableOf(column, keyColumn).ifPresent(type -> add(type, key));
        }
    }

    /** A column is known by its name and its table's: {@code entityid.logicalname}. */
    private void columnLookup(String keyColumn, String key) {
        if (keyColumn.equals("entityid.logicalname")) {
            baseTable = key;
        } else if (keyColumn.equals("logicalname")) {
            column(key);
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
                if (reader == null || !isOfOtherTable(reader)) {
                    column(value);
                }
            }
            case COLUMNS -> split(value).forEach(this::column);
            case APP_COMPONENT -> appComponent(reader);
            case NAVIGATION -> navigation(value, reader);
            case WEB_RESOURCE -> webResourceIn(value);
            case XML -> embedded(value);
            case JSON -> JsonReferences.of(value).keys().forEach(found::add);
        }
    }

    /** A condition may be on a linked table, a control of a process on the table that the process is related to. */
    private static boolean isOfOtherTable(XMLStreamReader2 reader) {
        return reader.getAttributeValue(null, "entityname") != null
                || reader.getAttributeValue(null, "relationship") != null;
    }

    /** The platform's own items are no relationships: {@code hardcoded_{…}navAudit}. */
    private void navigation(String relationship, XMLStreamReader2 reader) {
        if (!"false".equalsIgnoreCase(reader.getAttributeValue(null, "Show"))
                && !relationship.startsWith("hardcoded_")) {
            add(ComponentType.ENTITY_RELATIONSHIP, relationship);
        }
    }

    private void column(String column) {
        String table = tables.isEmpty() ? baseTable : tables.peek().name();
        // A dotted name is a column of a linked table, under an alias that says nothing.
        if (column.indexOf('.') >= 0) {
            return;
        }
        if (table.isEmpty()) {
            waiting.add(column);
        } else {
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
        return Stream.of(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void add(ComponentType type, String key) {
        if (!key.isBlank()) {
            found.add(new ComponentKey(type, key));
        }
    }
}
