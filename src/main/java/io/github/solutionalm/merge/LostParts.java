package io.github.solutionalm.merge;

import io.github.solutionalm.merge.Conflict.Reason;
import io.github.solutionalm.merge.Node.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in a part of a form that a layer removes, but was added there by others, or by the layer itself: it is kept for the Conflicts Tab,
 * unless the layer itself has it elsewhere.
 */
final class LostParts {

    private final EffectiveDocument document;
    private final String remover;
    private final int number;
    private final Map<Node, Conflict> parts = new LinkedHashMap<>();

    LostParts(EffectiveDocument document, String remover, int number) {
        this.document = document;
        this.remover = remover;
        this.number = number;
    }

    void remove(Node node) {
        if (document.rules.conflictsTab()) {
            List.copyOf(node.children()).forEach(child -> takeOut(child, node.owner));
        }
        document.removeAll(node, remover);
    }

    private void takeOut(Node node, String owner) {
        boolean isMoving = document.rules.row(node.name()).isMoving() && !node.key.isEmpty();
        boolean isOthers = !node.owner.isEmpty() && !node.owner.equals(owner) && !node.owner.equals(remover);
        // What it removes may have come to hold what it adds, where a lower layer has moved things.
        boolean isAddedHere = node.owner.equals(remover) && node.touched == number;
        if (isMoving && (isOthers || isAddedHere)) {
            document.takeOut(node);
            parts.put(node, new Conflict(Reason.PARENT_GONE, node.name(), node.key, node.owner, remover));
        } else {
            List.copyOf(node.children()).forEach(child -> takeOut(child, owner));
        }
    }

    /** Remembers what is removed of a definition that is not known, such as that of the platform. */
    void remember(Node element) {
        if (element.mark == Mark.REMOVED && document.places(element).isEmpty()) {
            document.setRemoved(element, remover);
        }
        element.children().forEach(this::remember);
    }

    /** Called when all of the layer is merged. */
    void keep() {
        parts.forEach((node, conflict) -> {
            if (document.places(node).isEmpty()) {
                document.put(document.conflicts.held(), node);
                document.conflicts.hold(node, conflict);
            } else {
                List.copyOf(node.children()).forEach(child -> document.removeAll(child, remover));
            }
        });
    }

    /** The outermost parts that can move and that a difference adds below an element, or the element itself. */
    List<Node> addedIn(Node element) {
        List<Node> added = new ArrayList<>();
        if (element.mark == Mark.ADDED && document.rules.row(element.name()).isMoving()) {
            added.add(element);
        } else {
            element.children().forEach(child -> added.addAll(addedIn(child)));
        }
        return added;
    }
}
