package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The references in a file of a component.
 *
 * @param keys components
 * @param hosts hosts of URLs, lower case
 * @param files files of the package that it can't do without, by their names there
 */
record FileReferences(Set<ComponentKey> keys, SortedSet<String> hosts, Set<String> files) {

    private static final String TOPICS = "botcomponents/";

    /** A table in an expression that follows a relationship: {@code relatedlinked_<relationship>#<column>#<table>}. */
    private static final Pattern LINKED = Pattern.compile("\"relatedlinked_(\\w+)#(\\w+)#(\\w+)");

    /** The stages of a business process on one table. */
    private static final Pattern STAGES = Pattern.compile("EntityStep\\d+: (\\w+)");

    private FileReferences(Set<ComponentKey> keys, SortedSet<String> hosts) {
        this(keys, hosts, Set.of());
    }

    /** Whether there is something to look for in a file of that name. */
    static boolean mayBeIn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json")
                || lower.endsWith(".xaml")
                || lower.endsWith(ControlManifest.FILE)
                || lower.startsWith(TOPICS) && lower.endsWith("/data");
    }

    /**
     * Looks into flows and connectors (.json), classic workflows (.xaml), manifests of controls and topics; other files
     * name nothing.
     */
    static FileReferences of(String name, byte[] content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            JsonReferences json = JsonReferences.of(content, content.length);
            return new FileReferences(json.keys(), json.hosts());
        }
        if (lower.endsWith(ControlManifest.FILE)) {
            return new FileReferences(Set.of(), new TreeSet<>(), ControlManifest.files(name, content));
        }
        if (lower.startsWith(TOPICS) && lower.endsWith("/data")) {
            return new FileReferences(TopicReferences.of(content), new TreeSet<>());
        }
        return new FileReferences(lower.endsWith(".xaml") ? xaml(content) : Set.of(), new TreeSet<>());
    }

    private static Set<ComponentKey> xaml(byte[] content) {
        Set<ComponentKey> keys = new LinkedHashSet<>();
        Deque<String> stages = new ArrayDeque<>();
        try {
            XMLStreamReader2 reader = SafeXml.reader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader2.START_ELEMENT -> {
                        stages.push(stage(reader).orElse(stages.isEmpty() ? "" : stages.peek()));
                        activity(reader, stages.peek(), keys);
                    }
                    case XMLStreamReader2.END_ELEMENT -> stages.pop();
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            // The platform takes the file as it is; whatever was found up to here stands.
        }
        return keys;
    }

    private static Optional<String> stage(XMLStreamReader2 reader) {
        return Optional.ofNullable(reader.getAttributeValue(null, "DisplayName"))
                .map(STAGES::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /**
     * Activities name a table in {@code EntityName} and its columns in {@code Attribute}, or in {@code ControlId} where they
     * act on a form; a control of a business process is on the table of its stages.
     */
    private static void activity(XMLStreamReader2 reader, String stage, Set<ComponentKey> keys) {
        String table = reader.getAttributeValue(null, "EntityName");
        if (isName(table)) {
            keys.add(new ComponentKey(ComponentType.ENTITY, table));
            column(table, reader.getAttributeValue(null, "Attribute"), keys);
            column(table, reader.getAttributeValue(null, "ControlId"), keys);
        }
        if (!stage.isEmpty()) {
            keys.add(new ComponentKey(ComponentType.ENTITY, stage));
            column(stage, reader.getAttributeValue(null, "DataFieldName"), keys);
        }
        String entity = reader.getAttributeValue(null, "Entity");
        Matcher linked = LINKED.matcher(entity == null ? "" : entity);
        if (linked.find()) {
            keys.add(new ComponentKey(ComponentType.ENTITY_RELATIONSHIP, linked.group(1)));
            column(linked.group(3), linked.group(2), keys);
        }
    }

    private static void column(String table, String column, Set<ComponentKey> keys) {
        if (isName(column)) {
            keys.add(new ComponentKey(ComponentType.ATTRIBUTE, table + "." + column));
        }
    }

    /** Expressions are in brackets and braces. */
    private static boolean isName(String text) {
        return text != null && text.matches("\\w{1,100}");
    }
}
