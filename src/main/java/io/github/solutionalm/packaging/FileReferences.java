package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * What a file of a component names.
 *
 * @param keys components
 * @param hosts hosts of URLs, lower case
 */
record FileReferences(Set<ComponentKey> keys, SortedSet<String> hosts) {

    /** Looks into flows and connectors (.json) and classic workflows (.xaml); other files name nothing. */
    static FileReferences of(String name, byte[] content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            JsonReferences json = JsonReferences.of(content, content.length);
            return new FileReferences(json.keys(), json.hosts());
        }
        return new FileReferences(lower.endsWith(".xaml") ? xaml(content) : Set.of(), new TreeSet<>());
    }

    /** Activities name a table in {@code EntityName} and its columns in {@code Attribute}. */
    private static Set<ComponentKey> xaml(byte[] content) {
        Set<ComponentKey> keys = new LinkedHashSet<>();
        try {
            XMLStreamReader2 reader = SafeXml.reader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader2.START_ELEMENT) {
                    String table = reader.getAttributeValue(null, "EntityName");
                    String column = reader.getAttributeValue(null, "Attribute");
                    if (isName(table)) {
                        keys.add(new ComponentKey(ComponentType.ENTITY, table));
                        if (isName(column)) {
                            keys.add(new ComponentKey(ComponentType.ATTRIBUTE, table + "." + column));
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            // The platform takes the file as it is; whatever was found up to here stands.
        }
        return keys;
    }

    /** Expressions stand in brackets and braces. */
    private static boolean isName(String text) {
        return text != null && text.matches("\\w{1,100}");
    }
}
