package io.github.solutionalm.merge;

import io.github.solutionalm.merge.MergeRules.MergeRow.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of siblings that come from several layers. */
final class SiblingOrder {

    /** Where two layers give the same ordinal, the one that was installed first comes first. */
    private static final Comparator<Node> BY_PLACE =
            Comparator.comparingInt((Node node) -> node.place).thenComparingInt(node -> node.placedBy);

    private SiblingOrder() {}

    /** What a layer has goes in between what was there, each behind what it follows in the layer. */
    static List<Node> weaveIn(List<Node> layer, List<Node> there) {
        if (common(there, layer).isEmpty()) {
            List<Node> woven = new ArrayList<>(there);
            woven.addAll(layer);
            return woven;
        }
        return weave(there, layer);
    }

    /** All of the first list, and of the second what the first lacks, each behind what it follows in the second. */
    static List<Node> weave(List<Node> first, List<Node> second) {
        Set<Node> known = common(first, second);
        Map<Node, List<Node>> followers = new IdentityHashMap<>();
        List<Node> leading = new ArrayList<>();
        List<Node> behind = leading;
        for (Node node : second) {
            if (known.contains(node)) {
                behind = followers.computeIfAbsent(node, key -> new ArrayList<>());
            } else {
                behind.add(node);
            }
        }
        List<Node> woven = new ArrayList<>(leading);
        for (Node node : first) {
            woven.add(node);
            if (known.contains(node)) {
                woven.addAll(followers.get(node));
            }
        }
        return woven;
    }

    /** Sorts the elements that have ordinals, those of each name among themselves; the others stay where they are. */
    static void sortByPlace(List<Node> siblings, MergeRules rules) {
        for (Map.Entry<String, List<Node>> ofName : ordered(siblings, rules).entrySet()) {
            List<Node> sorted = new ArrayList<>(ofName.getValue());
            sorted.sort(BY_PLACE);
            int next = 0;
            for (int i = 0; i < siblings.size(); i++) {
                if (siblings.get(i).name().equals(ofName.getKey())) {
                    siblings.set(i, sorted.get(next++));
                }
            }
        }
    }

    /** Makes the order of the elements their ordinals. */
    static void number(List<Node> siblings, MergeRules rules) {
        for (List<Node> ofName : ordered(siblings, rules).values()) {
            for (int i = 0; i < ofName.size(); i++) {
                ofName.get(i).place = i;
            }
        }
    }

    private static Map<String, List<Node>> ordered(List<Node> siblings, MergeRules rules) {
        Map<String, List<Node>> byName = new LinkedHashMap<>();
        for (Node sibling : siblings) {
            if (rules.row(sibling.name()).order() != Order.FOLLOWS) {
                byName.computeIfAbsent(sibling.name(), name -> new ArrayList<>())
                        .add(sibling);
            }
        }
        return byName;
    }

    /** What both have. Mostly one list is short, and the other one need not become a set. */
    private static Set<Node> common(List<Node> one, List<Node> other) {
        boolean isLonger = one.size() > other.size();
        Set<Node> common = setOf(List.of());
        Set<Node> shorter = setOf(isLonger ? other : one);
        (isLonger ? one : other).stream().filter(shorter::contains).forEach(common::add);
        return common;
    }

    private static Set<Node> setOf(List<Node> nodes) {
        Set<Node> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(nodes);
        return set;
    }

    /** Moves the new elements that belong there to the bottom. */
    static List<Node> newAtBottom(List<Node> siblings, List<Node> old, MergeRules rules) {
        Set<Node> known = setOf(old);
        List<Node> upper = new ArrayList<>();
        List<Node> bottom = new ArrayList<>();
        for (Node node : siblings) {
            boolean isNew = !known.contains(node) && rules.row(node.name()).order() == Order.BOTTOM;
            (isNew ? bottom : upper).add(node);
        }
        upper.addAll(bottom);
        return upper;
    }
}
