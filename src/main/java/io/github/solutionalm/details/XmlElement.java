package io.github.solutionalm.details;

import io.github.solutionalm.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * An element of a definition.
 *
 * @param name as it is written
 * @param attributes in their order
 * @param children in their order
 * @param text what is directly in it
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    /** Reads canonical XML; empty if it is none. */
    static Optional<XmlElement> read(byte[] xml) {
        try {
            XMLStreamReader2 reader = SafeXml.reader(new ByteArrayInputStream(xml));
            Deque<Open> open = new ArrayDeque<>();
            open.push(new Open("", Map.of()));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader2.START_ELEMENT ->
                        open.push(new Open(reader.getLocalName(), attributes(reader)));
                    case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA ->
                        open.peek().text.append(reader.getText());
                    case XMLStreamReader2.END_ELEMENT -> {
                        XmlElement done = open.pop().element();
                        open.peek().children.add(done);
                    }
                    default -> {
                        // canonical XML has nothing else
                    }
                }
            }
            // Gives the names that it has met back to the factory, so that the next reader knows them.
            reader.close();
            return open.pop().children.stream().findFirst();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> attributes(XMLStreamReader2 reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** An element that is being read. */
    private static final class Open {

        private final String name;
        private final Map<String, String> attributes;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        XmlElement element() {
            return new XmlElement(name, attributes, children, text.toString().strip());
        }
    }

    boolean is(String lower) {
        return name.toLowerCase(Locale.ROOT).equals(lower);
    }

    /** The value of an attribute or of a child without others in it, by its name, or the path to it, in lower case. */
    Optional<String> value(String lower) {
        int slash = lower.indexOf('/');
        if (slash >= 0) {
            return children.stream()
                    .filter(child -> child.is(lower.substring(0, slash)))
                    .findFirst()
                    .flatMap(child -> child.value(lower.substring(slash + 1)));
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (attribute.getKey().toLowerCase(Locale.ROOT).equals(lower)) {
                return Optional.of(attribute.getValue()).filter(value -> !value.isBlank());
            }
        }
        return children.stream()
                .filter(child -> child.is(lower) && child.children.isEmpty())
                .map(XmlElement::text)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** The first text in it that is written for people. */
    Optional<String> label() {
        Optional<String> own = value("description");
        return own.isPresent()
                ? own
                : children.stream()
                        .map(XmlElement::label)
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
