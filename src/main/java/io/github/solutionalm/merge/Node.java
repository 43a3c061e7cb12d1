package io.github.solutionalm.merge;

import io.github.solutionalm.merge.Rows.Seat;
import io.github.solutionalm.model.ComponentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An element of a definition, or a text between elements; and where it comes from. */
final class Node {

    /** The place of what its layer gives no ordinal. */
    static final int NO_PLACE = Integer.MAX_VALUE;

    private final String name;
    private final TreeMap<String, String> attributes = new TreeMap<>();
    private final List<Node> children = new ArrayList<>();
    private String text = "";
    private Node parent;

    /** While it loses children one by one, the first that is left: each knows its neighbours then, and the list waits. */
    private Node first;

    private boolean losing;
    private Node before;
    private Node after;

    /** What its layer does with it. */
    Mark mark = Mark.NONE;

    /** What a layer that was compared with its basis does with it besides. */
    Changes changes = Changes.NONE;

    /** Whether it or something in it has a mark of a difference, an ordinal being one. */
    boolean marked;

    /** Tells it from its siblings. */
    String key = "";

    /** Owner of the layer that brought it. */
    String owner = "";

    /** Number of the layer that last had it. */
    int touched = -1;

    /** Its ordinal, or its index in a layer that has no ordinals. */
    int place = NO_PLACE;

    /** Number of the layer that gave the place. */
    int placedBy = -1;

    /** What is known of its row, if it has a seat in one. */
    Seat seat = Seat.NONE;

    Node(String name) {
        this.name = name;
    }

    static Node text(String text) {
        Node node = new Node("");
        node.text = text;
        return node;
    }

    /** An element of the same name, attributes and place, without content. */
    Node shell() {
        Node shell = new Node(name);
        shell.text = text;
        shell.attributes.putAll(attributes);
        shell.mark = mark;
        shell.key = key;
        shell.place = place;
        shell.seat = seat;
        return shell;
    }

    /** Empty for a text. */
    String name() {
        return name;
    }

    String text() {
        return text;
    }

    boolean isText() {
        return name.isEmpty();
    }

    TreeMap<String, String> attributes() {
        return attributes;
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    List<Node> children() {
        if (losing) {
            losing = false;
            children.clear();
            for (Node child = first; child != null; child = child.after) {
                children.add(child);
            }
        }
        return children;
    }

    /** The sibling behind it; null if it is the last. */
    Node next() {
        parent.linkChildren();
        return after;
    }

    private void linkChildren() {
        if (losing) {
            return;
        }
        losing = true;
        Node last = null;
        for (Node child : children) {
            child.before = last;
            child.after = null;
            if (last == null) {
                first = child;
            } else {
                last.after = child;
            }
            last = child;
        }
    }

    /** Null for a root and for what was taken out. */
    Node parent() {
        return parent;
    }

    /** What tells it from all other elements of the document, if it can move. */
    String identity() {
        return name + " " + key;
    }

    void add(Node child) {
        children().add(child);
        child.parent = this;
    }

    /** Takes out a child, in a time that does not grow with the number of children. */
    void remove(Node child) {
        linkChildren();
        if (child.before == null) {
            first = child.after;
        } else {
            child.before.after = child.after;
        }
        if (child.after != null) {
            child.after.before = child.before;
        }
        child.parent = null;
    }

    /** Leaves it without children, which are no longer anywhere. */
    void clear() {
        children().forEach(child -> child.parent = null);
        children.clear();
    }

    void removeTexts() {
        children().removeIf(Node::isText);
    }

    /** Puts the same children into another order. */
    void order(List<Node> ordered) {
        children().clear();
        children.addAll(ordered);
    }

    /** Finds out what tells the element from its siblings; ids are compared in lower case and without braces. */
    void identify(List<String> identity) {
        key = identity.stream()
                .map(attribute -> ComponentKey.normalize(attribute(attribute)))
                .collect(Collectors.joining(","));
        key = identity.isEmpty() || key.length() < identity.size() ? "" : key;
    }

    /** What a layer does with an element: {@code solutionaction} (docs/platform-facts.md, "Marks of differences"). */
    enum Mark {
        /** Nothing is said: the element is stated by a full definition, or leads to what a difference changes. */
        NONE,
        ADDED,
        MODIFIED,
        REMOVED,
        /** It is in another parent than in the layer's basis ({@link Comparison}); no package says so. */
        MOVED,
        /** It is as in the layer's basis, and only tells where its siblings stand; no package says so. */
        SAME;

        static final String ATTRIBUTE = "solutionaction";
        static final String ORDINAL = "ordinalvalue";

        static Mark of(String action) {
            return switch (action.toLowerCase(Locale.ROOT)) {
                case "added" -> ADDED;
                case "modified" -> MODIFIED;
                case "removed" -> REMOVED;
                default -> NONE;
            };
        }
    }
}
