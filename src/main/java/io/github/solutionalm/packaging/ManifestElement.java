package io.github.solutionalm.packaging;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * An element of {@code solution.xml}. Attributes and child elements are fields alike, found by name in any case.
 *
 * @param name as it is written
 * @param text the text directly in it, or the value of an attribute
 * @param fields attributes, then child elements, in their order
 * @param nested whether it has child elements
 * @param place where it ends, as messages say it
 */
record ManifestElement(String name, String text, List<ManifestElement> fields, boolean nested, String place) {

    /** What is not there. */
    static final ManifestElement NONE = new ManifestElement("", "", List.of(), false, "");

    /** Real manifests have some ten thousand elements and attributes; all of them are in memory. */
    private static final int MOST = 500_000;

    /**
     * Reads an element up to its end.
     *
     * @param reader at the start of the element
     * @throws RefusalException if there are more elements and attributes than can be held
     */
    static ManifestElement read(XMLStreamReader2 reader) throws XMLStreamException, RefusalException {
        return new Reading(reader).element();
    }

    /** Counts what it reads. */
    private static final class Reading {

        private final XMLStreamReader2 reader;
        private int count;

        Reading(XMLStreamReader2 reader) {
            this.reader = reader;
        }

        private ManifestElement element() throws XMLStreamException, RefusalException {
            int attributes = reader.getAttributeCount();
            count += 1 + attributes;
            if (count > MOST) {
                throw refused(String.format(
                        Locale.ROOT, "it has more than %,d elements and attributes, which is the limit", MOST));
            }
            String name = reader.getLocalName();
            List<ManifestElement> fields = new ArrayList<>(attributes);
            for (int i = 0; i < attributes; i++) {
                fields.add(new ManifestElement(
                        reader.getAttributeLocalName(i), reader.getAttributeValue(i), List.of(), false, ""));
            }
            StringBuilder text = new StringBuilder();
            while (reader.next() != XMLStreamReader2.END_ELEMENT) {
                switch (reader.getEventType()) {
                    case XMLStreamReader2.START_ELEMENT -> fields.add(element());
                    case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA -> text.append(reader.getText());
                    case XMLStreamReader2.ENTITY_REFERENCE -> throw SafeXml.refuseEntity(reader);
                    default -> {
                        // white space and comments say nothing
                    }
                }
            }
            return new ManifestElement(
                    name, text.toString().strip(), fields, fields.size() > attributes, place(reader.getLocation()));
        }
    }

    private static String place(Location location) {
        return "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }

    /** The first field of that name, whatever is in it. */
    Optional<ManifestElement> find(String name) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The child element of that name that says something, if any. */
    Optional<ManifestElement> child(String name) throws RefusalException {
        Optional<ManifestElement> child = find(name).filter(found -> !found.isEmpty());
        return child.isEmpty() ? child : Optional.of(child.get().withElements());
    }

    /** The elements of a list, as {@code RootComponents} has them. */
    List<ManifestElement> list(String list, String element) throws RefusalException {
        List<ManifestElement> all = new ArrayList<>();
        for (ManifestElement each : all(list)) {
            all.addAll(each.withElements().all(element));
        }
        return all;
    }

    private List<ManifestElement> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name) && !field.isEmpty())
                .toList();
    }

    private boolean isEmpty() {
        return fields.isEmpty() && text.isEmpty();
    }

    /**
     * This element, which is to have others in it.
     *
     * @throws RefusalException if it has text instead
     */
    ManifestElement withElements() throws RefusalException {
        if (fields.isEmpty() && !text.isEmpty()) {
            throw invalid();
        }
        return this;
    }

    /** The value of an attribute or of a child element without others in it; empty if there is none. */
    String text(String name) {
        return find(name)
                .filter(found -> !found.nested)
                .map(found -> found.text.strip())
                .orElse("");
    }

    /**
     * The value that there must be.
     *
     * @throws RefusalException if it has elements in it
     */
    String value(String name) throws RefusalException {
        Optional<ManifestElement> found = find(name);
        if (found.isPresent() && found.get().nested) {
            throw found.get().invalid();
        }
        return text(name);
    }

    /** All values of that name that say something, for there should be one and there may be more. */
    List<String> values(String name) throws RefusalException {
        List<String> values = new ArrayList<>();
        for (ManifestElement each : all(name)) {
            if (each.nested) {
                throw each.invalid();
            }
            if (!each.text.isBlank()) {
                values.add(each.text);
            }
        }
        return values;
    }

    private RefusalException invalid() {
        return refused("<" + name + "> has an invalid value (" + place + ")");
    }

    static RefusalException refused(String what) {
        return new RefusalException(PlatformCode.INVALID_XML.finding("solution.xml can't be read: " + what
                + ". Export the solution again, or ask the publisher for the package."));
    }
}
