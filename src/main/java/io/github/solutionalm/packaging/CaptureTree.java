package io.github.solutionalm.packaging;

import io.github.solutionalm.model.Property;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The places inside a component whose values the reader keeps: a tree by element name. A path is {@code A/B} for the
 * text of an element and {@code A/@c} for an attribute.
 */
final class CaptureTree {

    private final Map<String, CaptureTree> children = new HashMap<>();
    private final Map<String, String> attributes = new HashMap<>();
    private String text = "";

    static CaptureTree of(Collection<String> paths) {
        CaptureTree root = new CaptureTree();
        for (String path : paths) {
            CaptureTree node = root;
            for (String step : path.split("/")) {
                if (step.startsWith("@")) {
                    node.attributes.put(step.substring(1).replace(Property.ALL, ""), path);
                } else {
                    node = node.children.computeIfAbsent(step, name -> new CaptureTree());
                }
            }
            if (!path.contains("@")) {
                node.text = path;
            }
        }
        return root;
    }

    /** The tree below a child element, or null when nothing below it is kept. */
    CaptureTree child(String name) {
        return children.get(name);
    }

    /** Attributes to keep, each with its path. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** The path of the element's text, or empty when it is not kept. */
    String text() {
        return text;
    }
}
