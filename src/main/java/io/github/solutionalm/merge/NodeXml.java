package io.github.solutionalm.merge;

import io.github.solutionalm.xml.CanonicalXml;
import java.util.Arrays;

/** Writes a tree as canonical XML, without the marks of differences. */
final class NodeXml {

    private NodeXml() {}

    static byte[] of(Node root, MergeRules rules) {
        CanonicalXml xml = new CanonicalXml();
        write(root, rules, xml);
        return Arrays.copyOf(xml.buffer(), xml.length());
    }

    private static void write(Node node, MergeRules rules, CanonicalXml xml) {
        if (node.isText()) {
            xml.text(node.text().toCharArray(), node.text().length());
            return;
        }
        xml.start(node.name(), node.attributes());
        for (Node child : Rows.restored(node, rules)) {
            write(child, rules, xml);
        }
        xml.end(node.name());
    }
}
