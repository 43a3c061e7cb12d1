package io.github.solutionalm.merge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The children of an element that a layer has not met yet. */
final class Matches {

    /** Holds only elements that are looked for, so that a small layer over a large definition takes little. */
    private final Map<Identity, Deque<Node>> waiting = new HashMap<>();

    private final Node parent;

    /**
     * Name and key as they are, which are not put together for every element anew. In an order, so that a map finds one
     * among thousands that somebody has given one hash.
     */
    private record Identity(String name, String key) implements Comparable<Identity> {
        static Identity of(Node node) {
            return new Identity(node.name(), node.key);
        }

        @Override
        public int compareTo(Identity other) {
            int keys = key.compareTo(other.key);
            return keys != 0 ? keys : name.compareTo(other.name);
        }
    }

    /** @param wanted whose children will be looked for */
    Matches(Node parent, Node wanted) {
        this(parent, wanted, child -> true);
    }

    /** @param counts which of the children count */
    Matches(Node parent, Node wanted, Predicate<Node> counts) {
        this.parent = parent;
        for (Node element : wanted.children()) {
            if (!element.isText()) {
                waiting.computeIfAbsent(Identity.of(element), key -> new ArrayDeque<>(1));
            }
        }
        if (waiting.isEmpty()) {
            return;
        }
        for (Node child : parent.children()) {
            if (!child.isText() && counts.test(child)) {
                Deque<Node> same = waiting.get(Identity.of(child));
                if (same != null) {
                    same.add(child);
                }
            }
        }
    }

    /** The child that is the same element, each at most once; not one that has been taken out meanwhile. */
    Optional<Node> next(Node element) {
        Deque<Node> same = waiting.getOrDefault(Identity.of(element), new ArrayDeque<>());
        while (!same.isEmpty()) {
            Node child = same.poll();
            if (child.parent() == parent) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }
}
