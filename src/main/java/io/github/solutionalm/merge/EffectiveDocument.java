package io.github.solutionalm.merge;

import io.github.solutionalm.merge.EffectiveDefinition.Merged;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The definition as the layers so far have made it. */
final class EffectiveDocument {

    final MergeRules rules;
    final ConflictsTab conflicts;

    /** The elements that can move, by identity; nodes are compared as objects. */
    private final Map<String, Set<Node>> movable = new HashMap<>();

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
    Set<Node> places(Node moving) {
        return movable.getOrDefault(moving.identity(), Set.of());
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
            movable.computeIfAbsent(child.identity(), key -> new LinkedHashSet<>())
                    .add(child);
            removedBy.remove(child.identity());
        }
    }

    /** Takes an element out, to be put elsewhere. */
    void takeOut(Node node) {
        Rows.leave(node);
        node.parent().remove(node);
        forget(node);
    }

    private void forget(Node node) {
        conflicts.settled(node);
        if (rules.isMovable(node)) {
            movable.get(node.identity()).remove(node);
        }
    }

    /** Takes an element away for good, with what is in it. */
    void removeAll(Node node, String owner) {
        takeOut(node);
        forgetAll(node, owner);
    }

    private void forgetAll(Node node, String owner) {
        for (Node child : node.children()) {
            forget(child);
            forgetAll(child, owner);
        }
        node.clear();
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
