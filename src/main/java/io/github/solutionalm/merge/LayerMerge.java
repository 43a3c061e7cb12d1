package io.github.solutionalm.merge;

import io.github.solutionalm.merge.Conflict.Reason;
import io.github.solutionalm.merge.MergeRules.MergeRow;
import io.github.solutionalm.merge.MergeRules.MergeRow.Nesting;
import io.github.solutionalm.merge.MergeRules.MergeRow.Order;
import io.github.solutionalm.merge.Node.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts one layer over those below. What a difference removes goes first, since what it moves is removed here and added
 * there, in any order.
 */
final class LayerMerge {

    private final EffectiveDocument document;
    private final MergeRules rules;
    private final int number;
    private final LayerDocument layer;
    private final boolean placesFreely;
    private final LostParts lost;
    private final LastSteps lastSteps;

    /**
     * @param number its place in the stack
     * @param placesFreely whether new elements of a site map stand where it has them, and not at the bottom
     */
    LayerMerge(EffectiveDocument document, int number, LayerDocument layer, boolean placesFreely) {
        this.document = document;
        this.rules = document.rules;
        this.number = number;
        this.layer = layer;
        this.placesFreely = placesFreely;
        this.lost = new LostParts(document, layer.owner(), number);
        this.lastSteps = new LastSteps(document, number, lost);
    }

    void merge() {
        if (layer.isCompared()) {
            lastSteps.begin();
        } else if (layer.isDifference()) {
            remove(document.root(), layer.root());
            lost.remember(layer.root());
        }
        Stance stance = layer.isDifference() ? Stance.CHANGES : Stance.STATES;
        merge(document.root(), layer.root(), stance, number == 0);
        if (layer.isCompared()) {
            lastSteps.take(layer.root());
        }
        lost.keep();
    }

    private void remove(Node here, Node from) {
        Matches matches = new Matches(here, from);
        for (Node element : from.children()) {
            Optional<Node> target = matches.next(element);
            if (element.mark == Mark.REMOVED) {
                target.ifPresent(lost::remove);
            } else if (element.marked) {
                target.or(() -> elsewhere(element)).ifPresent(node -> remove(node, element));
            }
        }
    }

    /** Merges an element into the one that is here, which a new one is a shell of. */
    private void merge(Node here, Node from, Stance stance, boolean isNew) {
        here.touched = number;
        if (layer.isCompared()) {
            lastSteps.meet(from, here);
        }
        if (from.mark == Mark.SAME) {
            return;
        }
        if (isNew) {
            here.placedBy = number;
        } else {
            take(here, from, stance);
        }
        List<Node> old = List.copyOf(here.children());
        Matches matches = new Matches(here, from);
        Ordinals ordinals = new Ordinals(here);
        List<Node> seen = new ArrayList<>();
        for (Node element : from.children()) {
            if (element.isText()) {
                if (isNew || stance != Stance.LEADS_ON && !from.changes.repeatsTexts()) {
                    Node text = element.shell();
                    here.add(text);
                    seen.add(text);
                }
            } else if (element.mark != Mark.REMOVED) {
                mergeChild(here, element, stance.of(element), matches, isNew ? Optional.empty() : Optional.of(ordinals))
                        .filter(node -> node.parent() == here)
                        .ifPresent(node -> {
                            seen.add(node);
                            ordinals.meet(node);
                        });
            }
        }
        order(here, old, seen, !isNew, from.changes.reorders());
    }

    /** Takes over what the layer says of the element itself. */
    private void take(Node here, Node from, Stance stance) {
        if (stance == Stance.LEADS_ON) {
            return;
        }
        MergeRow row = rules.row(here.name());
        if (stance == Stance.STATES) {
            here.attributes().clear();
            here.removeTexts();
            if (row.nesting() == Nesting.REPLACED || row.nesting() == Nesting.UNITES) {
                List.copyOf(here.children()).stream()
                        .filter(child -> row.nesting() == Nesting.REPLACED
                                || !rules.united().contains(child.name()))
                        .forEach(child -> document.removeAll(child, layer.owner()));
            }
        } else if (!from.changes.repeatsTexts() && from.children().stream().anyMatch(Node::isText)) {
            here.removeTexts();
        }
        Map<String, String> said = new TreeMap<>(from.attributes());
        said.keySet().removeAll(from.changes.repeated());
        here.attributes().putAll(said);
        here.attributes().keySet().removeAll(from.changes.dropped());
        if (row.order() != Order.FOLLOWS && (from.place != Node.NO_PLACE || !layer.isDifference())) {
            here.place = from.place;
            here.placedBy = number;
            here.seat = from.seat;
        }
    }

    /**
     * Merges a child.
     *
     * @param ordinals of a parent that is not new
     * @return the element in the effective definition, if it is there
     */
    private Optional<Node> mergeChild(
            Node parent, Node element, Stance stance, Matches matches, Optional<Ordinals> ordinals) {
        Optional<Node> target = matches.next(element);
        if (target.isEmpty()) {
            target = elsewhere(element).filter(node -> !isAround(node, parent));
            target.ifPresent(node -> replace(node, parent, element.mark == Mark.MOVED, stance));
        }
        if (target.isPresent()) {
            merge(target.get(), element, stance, false);
            return target;
        }
        if (isGone(element, stance)) {
            strand(element);
            return Optional.empty();
        }
        Node child = element.shell();
        child.owner = stance == Stance.STATES ? layer.owner() : "";
        if (element.mark == Mark.ADDED) {
            ordinals.ifPresent(taken -> placeAdded(taken, child));
        }
        document.put(parent, child);
        merge(child, element, stance, true);
        return Optional.of(child);
    }

    /** The element in another parent, if it is of a kind that moves, and not a second one of this layer. */
    private Optional<Node> elsewhere(Node element) {
        return document.untouched(element, number);
    }

    private static boolean isAround(Node node, Node inner) {
        for (Node here = inner; here != null; here = here.parent()) {
            if (here == node) {
                return true;
            }
        }
        return false;
    }

    /**
     * Decides between two places of an element. A full definition moves what it has, a difference also says where it took
     * it from, and one from a basis that it moves it; else two layers have added the same, and none of the places is right.
     */
    private void replace(Node node, Node parent, boolean moves, Stance stance) {
        boolean movesOwn = moves || !layer.isDifference() || node.owner.equals(layer.owner());
        if (!moves && stance != Stance.STATES || document.conflicts.holds(node) && !movesOwn) {
            return;
        }
        Conflict clash = conflict(Reason.PLACED_TWICE, node, node.owner);
        document.takeOut(node);
        if (movesOwn || !rules.conflictsTab()) {
            document.put(parent, node);
        } else {
            document.put(document.conflicts.held(), node);
            document.conflicts.hold(node, clash);
        }
    }

    /** Whether a difference speaks of what it does not add, and what nobody has or someone has removed. */
    private boolean isGone(Node element, Stance stance) {
        boolean isPart = rules.conflictsTab() && rules.isMovable(element);
        if (layer.isCompared()) {
            return stance != Stance.STATES && (isPart || !stays(element));
        }
        return isPart
                && stance != Stance.STATES
                && (document.isBaseKnown() || !document.removedBy(element).isEmpty());
    }

    /**
     * Whether something of an element stays though what it was compared with is gone: what was added or, where there is no
     * Conflicts Tab, changed.
     */
    private boolean stays(Node element) {
        if (rules.conflictsTab() && rules.isMovable(element) && element.mark != Mark.ADDED) {
            return element.mark == Mark.MOVED && elsewhere(element).isPresent();
        }
        return element.mark == Mark.ADDED
                || element.mark == Mark.MODIFIED && !rules.conflictsTab()
                || element.children().stream().anyMatch(this::stays);
    }

    /** Keeps what a layer adds to something that is gone. */
    private void strand(Node element) {
        String remover = document.removedBy(element);
        if (rules.isMovable(element) && (element.mark == Mark.MODIFIED || element.mark == Mark.MOVED)) {
            document.conflicts.note(conflict(Reason.TARGET_GONE, element, remover));
        }
        if (layer.isCompared()) {
            element.children().forEach(this::follow);
        }
        lost.addedIn(element).stream()
                .filter(added -> document.places(added).isEmpty())
                .forEach(added -> {
                    Node part = added.shell();
                    part.owner = layer.owner();
                    document.put(document.conflicts.held(), part);
                    document.conflicts.hold(part, conflict(Reason.PARENT_GONE, part, remover));
                    merge(part, added, Stance.STATES, true);
                });
    }

    /** What was in a parent that is gone may stand elsewhere by now, and is changed there. */
    private void follow(Node part) {
        if (part.mark == Mark.NONE || part.mark == Mark.MODIFIED || part.mark == Mark.MOVED) {
            elsewhere(part)
                    .ifPresentOrElse(node -> merge(node, part, Stance.LEADS_ON.of(part), false), () -> part.children()
                            .forEach(this::follow));
        }
    }

    private void placeAdded(Ordinals ordinals, Node child) {
        if (rules.row(child.name()).order() == Order.BOTTOM && !placesFreely) {
            child.place = Node.NO_PLACE;
        } else if (rules.conflictsTab() && child.place != Node.NO_PLACE) {
            ordinals.addedInPlaceOf(child, layer.owner())
                    .ifPresent(other -> document.conflicts.note(conflict(Reason.SAME_ORDINAL, child, other.owner)));
        }
    }

    private Conflict conflict(Reason reason, Node node, String below) {
        return new Conflict(reason, node.name(), node.key, below, layer.owner());
    }

    private void order(Node here, List<Node> old, List<Node> seen, boolean isOld, boolean reorders) {
        List<Node> stayed = old.stream().filter(node -> node.parent() == here).toList();
        boolean atBottom = !placesFreely
                && here.children().stream()
                        .anyMatch(child -> rules.row(child.name()).order() == Order.BOTTOM);
        boolean keepsOrder = isOld && (layer.isDifference() && !reorders || atBottom);
        List<Node> ordered = keepsOrder ? SiblingOrder.weaveIn(seen, stayed) : SiblingOrder.weave(seen, stayed);
        if (isOld && atBottom) {
            ordered = SiblingOrder.newAtBottom(ordered, stayed, rules);
        }
        if (layer.isDifference() && !layer.isCompared()) {
            SiblingOrder.sortByPlace(ordered, rules);
        } else {
            SiblingOrder.number(ordered, rules);
        }
        here.order(ordered);
    }

    /** What a layer means by an element. */
    private enum Stance {
        /** Full statement: in a full definition, and in what a difference adds. */
        STATES,
        /** Partial change: what has no attribute stays as it is. */
        CHANGES,
        /** Only contains changed elements. */
        LEADS_ON;

        /** What it means by a child. What is said in a change without any mark is part of the change. */
        Stance of(Node child) {
            if (child.mark == Mark.SAME) {
                return LEADS_ON;
            }
            if (child.mark == Mark.MOVED) {
                return CHANGES;
            }
            if (child.mark == Mark.ADDED || this == STATES) {
                return STATES;
            }
            if (child.mark == Mark.MODIFIED) {
                return CHANGES;
            }
            return child.marked || this == LEADS_ON ? LEADS_ON : STATES;
        }
    }
}
