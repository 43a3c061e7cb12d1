package io.github.solutionalm.merge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The children of an element that a layer has not met yet. */
final class Matches {

    private final Map<String, Deque<Node>> waiting = new HashMap<>();
    private final Node parent;

    Matches(Node parent) {
        this(parent, child -> true);
    }

    /** @param counts which of the children count */
    Matches(Node parent, Predicate<Node> counts) {
        this.parent = parent;
        for (Node child : parent.children()) {
            if (!child.isText() && counts.test(child)) {
                waiting.computeIfAbsent(child.identity(), key -> new ArrayDeque<>())
                        .add(child);
            }
        }
    }

    /** The child that is the same element, each at most once; not one that has been taken out meanwhile. */
    Optional<Node> next(Node element) {
        Deque<Node> same = waiting.getOrDefault(element.identity(), new ArrayDeque<>());
        while (!same.isEmpty()) {
            Node child = same.poll();
            if (child.parent() == parent) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }
}
