package io.github.solutionalm.sourcetree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A part of an XML document that is moved between files and stays as it is written. */
sealed interface XmlNode {

    /** Text, without white space between elements. */
    record Text(String text, boolean cdata) implements XmlNode {}

    /** A comment or processing instruction, with its delimiters. */
    record Markup(String text) implements XmlNode {}

    /** An attribute; namespace declarations are some too. */
    record Attribute(String name, String value) {}

    /**
     * An element.
     *
     * @param name with its prefix
     * @param attributes in their order
     * @param children in their order
     * @param closed whether it is written as one tag where it is empty
     * @param line where it stands in its file, from 1
     */
    record Element(String name, List<Attribute> attributes, List<XmlNode> children, boolean closed, int line)
            implements XmlNode {

        public Element {
            attributes = List.copyOf(attributes);
            children = List.copyOf(children);
        }

        /** An element as it is put where parts were taken out: one tag. */
        static Element placeholder(String name) {
            return new Element(name, List.of(), List.of(), true, 0);
        }

        Element with(Collection<? extends XmlNode> others) {
            return new Element(name, attributes, List.copyOf(others), closed, line);
        }

        Element withAttributes(List<Attribute> others) {
            return new Element(name, others, children, closed, line);
        }

        /** The same with one child put in place of another; the other is found by being the same object. */
        Element replacing(XmlNode child, XmlNode other) {
            List<XmlNode> changed = new ArrayList<>(children);
            changed.replaceAll(there -> there == child ? other : there);
            return with(changed);
        }

        Optional<String> attribute(String wanted) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equalsIgnoreCase(wanted))
                    .map(Attribute::value)
                    .findFirst();
        }

        List<Element> elements() {
            return children.stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .toList();
        }

        Optional<Element> child(String wanted) {
            return elements().stream()
                    .filter(element -> element.name().equals(wanted))
                    .findFirst();
        }

        boolean isEmpty() {
            return children.isEmpty();
        }

        /** The text directly in it. */
        String text() {
            StringBuilder all = new StringBuilder();
            for (XmlNode child : children) {
                if (child instanceof Text text) {
                    all.append(text.text());
                }
            }
            return all.toString();
        }

        /** Whether it holds elements and nothing else. */
        boolean hasElementsOnly() {
            return children.stream().allMatch(Element.class::isInstance);
        }
    }
}
