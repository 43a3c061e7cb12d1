package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Attribute;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.util.ArrayList;
import java.util.List;

/** The namespace that each file of a tree declares at its root, and a package once. */
final class SchemaInstance {

    private static final Attribute DECLARATION =
            new Attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");

    private SchemaInstance() {}

    static Element without(Element root) {
        return root.attributes().contains(DECLARATION)
                ? root.withAttributes(root.attributes().stream()
                        .filter(attribute -> !attribute.equals(DECLARATION))
                        .toList())
                : root;
    }

    static Element with(Element root) {
        List<Attribute> attributes = new ArrayList<>(without(root).attributes());
        attributes.add(DECLARATION);
        return root.withAttributes(attributes);
    }
}
