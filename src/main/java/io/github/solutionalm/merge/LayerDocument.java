package io.github.solutionalm.merge;

import io.github.solutionalm.merge.EffectiveDefinition.LayerXml;
import io.github.solutionalm.merge.MergeRules.MergeRow;
import io.github.solutionalm.merge.MergeRules.MergeRow.Nesting;
import io.github.solutionalm.merge.MergeRules.MergeRow.Order;
import io.github.solutionalm.merge.Node.Mark;
import io.github.solutionalm.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * A layer's definition as a tree. It is a difference when anything in it has a mark; then what has none leads to what has.
 * The reader bounds the depth ({@link SafeXml}), so that a tree can be walked by recursion.
 *
 * @param owner whose layer it is
 * @param root its root element
 * @param isCompared whether it is the difference of a full definition from its basis
 */
record LayerDocument(String owner, Node root, boolean isCompared) {

    /** @throws MalformedLayerException when it is not well-formed XML */
    static LayerDocument read(LayerXml layer, MergeRules rules) {
        try {
            XMLStreamReader2 reader = SafeXml.reader(new ByteArrayInputStream(layer.xml()));
            try {
                return new LayerDocument(layer.owner(), root(reader, rules), false);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new MalformedLayerException(layer.owner(), e);
        }
    }

    /** A full definition as the difference from its basis; empty where both say the same. */
    Optional<LayerDocument> since(LayerDocument basis, MergeRules rules) {
        return Comparison.difference(basis.root(), root, rules).map(changes -> new LayerDocument(owner, changes, true));
    }

    boolean isDifference() {
        return root.marked;
    }

    private static Node root(XMLStreamReader2 reader, MergeRules rules) throws XMLStreamException {
        Node document = new Node("document");
        Node here = document;
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader2.START_ELEMENT -> {
                    flush(text, here);
                    Node child = element(reader);
                    here.add(child);
                    here = child;
                }
                case XMLStreamReader2.END_ELEMENT -> {
                    flush(text, here);
                    finish(here, rules);
                    here = here.parent();
                }
                case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA, XMLStreamReader2.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamReader2.DTD -> throw SafeXml.refuseDoctype();
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        Node root = document.children().get(0);
        document.remove(root);
        return root;
    }

    private static void flush(StringBuilder text, Node here) {
        if (!text.isEmpty() && here.parent() != null) {
            here.add(Node.text(text.toString()));
        }
        text.setLength(0);
    }

    private static Node element(XMLStreamReader2 reader) {
        Node node = new Node(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            node.attributes().put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return node;
    }

    /** Called when all of the element is there, and its children are finished. */
    private static void finish(Node node, MergeRules rules) {
        MergeRow row = rules.row(node.name());
        node.identify(row.identity());
        String action = node.attributes().remove(Mark.ATTRIBUTE);
        String ordinal = node.attributes().remove(Mark.ORDINAL);
        if (action != null) {
            node.mark = Mark.of(action);
        }
        if (ordinal != null && row.order() != Order.FOLLOWS && ordinal.matches("\\d{1,9}")) {
            node.place = Integer.parseInt(ordinal);
        }
        if (node.children().stream().anyMatch(child -> !child.isText())) {
            node.children().removeIf(child -> child.isText() && child.text().isBlank());
        }
        node.marked =
                action != null || ordinal != null || node.children().stream().anyMatch(child -> child.marked);
        if (row.nesting() != Nesting.GROUPS) {
            Rows.dissolve(node, rules);
            count(node, rules);
        }
    }

    /** The ids of columns, which only differences have, count from 0. */
    private static void count(Node parent, MergeRules rules) {
        Map<String, Integer> counts = new HashMap<>();
        for (Node child : parent.children()) {
            int index = counts.merge(child.name(), 1, Integer::sum) - 1;
            MergeRow row = rules.row(child.name());
            if (child.key.isEmpty() && !row.identity().isEmpty() && !row.isMoving()) {
                child.key = String.valueOf(index);
            }
        }
    }
}
