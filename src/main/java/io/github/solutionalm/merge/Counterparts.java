package io.github.solutionalm.merge;

import io.github.solutionalm.merge.MergeRules.MergeRow.Nesting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which element of a basis is the same as one of a definition: it is in the same parent, or is of a kind that moves and
 * stands elsewhere. Elements that merge as a whole have counterparts, what is in them has none.
 */
final class Counterparts {

    private final MergeRules rules;
    private final Map<Node, Node> inBasis = new HashMap<>();
    private final Set<Node> kept = new HashSet<>();
    private final Map<String, Deque<Node>> movable = new HashMap<>();

    Counterparts(Node basis, Node definition, MergeRules rules) {
        this.rules = rules;
        pair(basis, definition);
        collectMovable(basis);
        pairMoved(definition);
    }

    /** The counterpart of an element in the basis. */
    Optional<Node> of(Node element) {
        return Optional.ofNullable(inBasis.get(element));
    }

    /** Whether an element of the definition has another parent in the basis. */
    boolean hasMoved(Node element) {
        return element.parent() != null && inBasis.get(element).parent() != inBasis.get(element.parent());
    }

    /** Whether an element of the basis is still in the definition. */
    boolean isKept(Node ofBasis) {
        return kept.contains(ofBasis);
    }

    private void pair(Node ofBasis, Node element) {
        inBasis.put(element, ofBasis);
        kept.add(ofBasis);
        if (isWhole(element)) {
            return;
        }
        Matches matches = new Matches(ofBasis, element);
        for (Node child : element.children()) {
            if (!child.isText()) {
                matches.next(child).ifPresent(same -> pair(same, child));
            }
        }
    }

    private void collectMovable(Node ofBasis) {
        if (isMovable(ofBasis) && !isKept(ofBasis)) {
            movable.computeIfAbsent(ofBasis.identity(), key -> new ArrayDeque<>())
                    .add(ofBasis);
        }
        if (!isWhole(ofBasis)) {
            ofBasis.children().forEach(this::collectMovable);
        }
    }

    /** From the outside in, since what has moved takes along what is in it. */
    private void pairMoved(Node element) {
        if (isMovable(element) && !inBasis.containsKey(element)) {
            Deque<Node> same = movable.getOrDefault(element.identity(), new ArrayDeque<>());
            while (!same.isEmpty() && isKept(same.peek())) {
                same.poll();
            }
            if (!same.isEmpty()) {
                pair(same.poll(), element);
            }
        }
        if (!isWhole(element)) {
            element.children().forEach(this::pairMoved);
        }
    }

    private boolean isMovable(Node node) {
        return rules.isMovable(node);
    }

    private boolean isWhole(Node node) {
        return rules.row(node.name()).nesting() == Nesting.REPLACED;
    }
}
