package io.github.solutionalm.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definition as the layers so far have made it. */
final class EffectiveDocument {

    final MergeRules rules;
    final ConflictsTab conflicts;

    private final Map<String, List<Node>> movable = new HashMap<>();
    private final Map<String, String> removedBy = new HashMap<>();
    private Node root = new Node("");
    private boolean baseKnown;
    private int layers;

    EffectiveDocument(MergeRules rules) {
        this.rules = rules;
        this.conflicts = new ConflictsTab();
    }

    /** Makes room for one more layer, and gives its number. */
    int begin(LayerDocument layer) {
        if (layers == 0) {
            root = layer.root().shell();
            root.owner = layer.owner();
            baseKnown = !layer.isDifference();
        }
        return layers++;
    }

    /** Whether there is no layer yet. */
    boolean isEmpty() {
        return layers == 0;
    }

    Node root() {
        return root;
    }

    /** Whether what is not here is nowhere; under a difference lies a definition that is not known. */
    boolean isBaseKnown() {
        return baseKnown;
    }

    /** The places where an element that can move stands now. */
    List<Node> places(Node moving) {
        return movable.getOrDefault(moving.identity(), List.of());
    }

    /** A place where an element that can move stands, and where a layer has not had it yet. */
    Optional<Node> untouched(Node moving, int layer) {
        return places(moving).stream().filter(node -> node.touched != layer).findFirst();
    }

    /** Who took an element away that can move; empty if nobody did, or it is back. */
    String removedBy(Node moving) {
        return removedBy.getOrDefault(moving.identity(), "");
    }

    /** Puts a new element, still without content, or one that was taken out. */
    void put(Node parent, Node child) {
        parent.add(child);
        if (rules.isMovable(child)) {
            movable.computeIfAbsent(child.identity(), key -> new ArrayList<>()).add(child);
            removedBy.remove(child.identity());
        }
    }

    /** Takes an element out, to be put elsewhere. */
    void takeOut(Node node) {
        conflicts.settled(node);
        Rows.leave(node);
        node.parent().remove(node);
        if (rules.isMovable(node)) {
            movable.get(node.identity()).removeIf(one -> one == node);
        }
    }

    /** Takes an element away for good, with what is in it. */
    void removeAll(Node node, String owner) {
        for (Node child : List.copyOf(node.children())) {
            removeAll(child, owner);
        }
        takeOut(node);
        setRemoved(node, owner);
    }

    /** Remembers who removed an element that can move. */
    void setRemoved(Node node, String owner) {
        if (rules.isMovable(node)) {
            removedBy.put(node.identity(), owner);
        }
    }

    Merged finish() {
        conflicts.addTo(root);
        return new Merged(NodeXml.of(root, rules), conflicts.all());
    }
}
