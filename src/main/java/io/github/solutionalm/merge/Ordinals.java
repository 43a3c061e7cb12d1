package io.github.solutionalm.merge;

import io.github.solutionalm.merge.Node.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ordinals that differences have given to children of an element: two may have given the same. */
final class Ordinals {

    private final Node parent;
    /** The added elements by place, in the order of the siblings. A place is not read before it is asked for. */
    private final Map<Place, TreeMap<Integer, Node>> added = new HashMap<>();

    private final Map<Node, Integer> numbers = new IdentityHashMap<>();
    /** Children that a layer has had since, and may have placed anew. */
    private final List<Node> met = new ArrayList<>();

    private boolean read;

    /** Where an element stands; in an order, as {@code Matches.Identity}. */
    private record Place(String name, int place, int column) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::place)
                .thenComparingInt(Place::column)
                .thenComparing(Place::name);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        static Place of(Node node) {
            return new Place(node.name(), node.place, node.seat.column());
        }
    }

    Ordinals(Node parent) {
        this.parent = parent;
    }

    /** The layer has had a child: it may have another place than before, or be new here. */
    void meet(Node child) {
        if (read) {
            met.add(child);
        }
    }

    /** The first child that another layer has added with the ordinal of a new one. */
    Optional<Node> addedInPlaceOf(Node child, String owner) {
        if (!read) {
            parent.children().forEach(this::put);
            read = true;
        }
        met.forEach(this::put);
        met.clear();
        Place place = Place.of(child);
        TreeMap<Integer, Node> same = added.getOrDefault(place, new TreeMap<>());
        while (!same.isEmpty()) {
            Node other = same.firstEntry().getValue();
            if (other.parent() == parent && Place.of(other).equals(place) && !other.owner.equals(owner)) {
                return Optional.of(other);
            }
            same.pollFirstEntry();
        }
        return Optional.empty();
    }

    private void put(Node node) {
        if (node.mark == Mark.ADDED) {
            int number = numbers.computeIfAbsent(node, one -> numbers.size());
            added.computeIfAbsent(Place.of(node), place -> new TreeMap<>()).put(number, node);
        }
    }
}
