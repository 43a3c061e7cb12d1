package io.github.solutionalm.merge;

import io.github.solutionalm.merge.MergeRules.MergeRow.Nesting;
import io.github.solutionalm.merge.Node.Mark;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A full definition as a difference from its basis. So the platform keeps what a maker has done to a form, a site map, a
 * ribbon or an app: as the differences, which merge with what lies below, also when that changes
 * (https://learn.microsoft.com/power-platform/alm/how-managed-solutions-merged).
 *
 * <p>Where something differs among siblings all of them are in the difference, most as {@link Mark#SAME}: what is new
 * stands behind what it follows.
 */
final class Comparison {

    private final MergeRules rules;
    private final Counterparts counterparts;

    private Comparison(MergeRules rules, Counterparts counterparts) {
        this.rules = rules;
        this.counterparts = counterparts;
    }

    /** @return empty where both say the same */
    static Optional<Node> difference(Node basis, Node definition, MergeRules rules) {
        Comparison comparison = new Comparison(rules, new Counterparts(basis, definition, rules));
        return Optional.of(comparison.compared(basis, definition)).filter(Comparison::isSaying);
    }

    private Node compared(Node basis, Node element) {
        if (rules.row(element.name()).nesting() == Nesting.REPLACED) {
            return isEqual(basis, element) ? marked(element, Mark.SAME) : added(element);
        }
        boolean repeatsTexts = texts(basis).equals(texts(element));
        boolean hasMoved = counterparts.hasMoved(element);
        Node change = marked(element, Mark.NONE);
        change.changes = Changes.ofAttributes(basis, element)
                .ofTexts(repeatsTexts)
                .ofOrder(isReordered(basis, element))
                .ofSeat(hasMoved || !element.seat.looksLike(basis.seat));
        addChildren(change, element);
        if (!repeatsTexts && element.children().stream().noneMatch(Node::isText)) {
            // replaces those that are gone
            change.add(Node.text(""));
        }
        addRemoved(change, basis);
        change.mark = hasMoved ? Mark.MOVED : mark(change, basis, element);
        if (change.mark == Mark.SAME) {
            change.children().clear();
        }
        return change;
    }

    private Mark mark(Node change, Node basis, Node element) {
        if (!change.changes.repeatsTexts() || !basis.attributes().equals(element.attributes())) {
            return Mark.MODIFIED;
        }
        // Where something has only moved out, those that it sat beside keep their seats.
        boolean leadsOn = change.changes.reorders()
                || change.children().stream().anyMatch(Comparison::isSaying)
                || inPlace(basis, element).count()
                        < basis.children().stream()
                                .filter(child -> !child.isText())
                                .count();
        return leadsOn ? Mark.NONE : Mark.SAME;
    }

    private static boolean isSaying(Node change) {
        return !change.isText() && (change.mark != Mark.SAME || change.changes.reseats());
    }

    /** Marks an element as added with all that is in it; some of that may be elsewhere in the basis. */
    private Node added(Node element) {
        Node added = marked(element, Mark.ADDED);
        added.changes = Changes.NEW;
        addChildren(added, element);
        return added;
    }

    private void addChildren(Node change, Node element) {
        for (Node child : element.children()) {
            change.add(
                    child.isText()
                            ? child.shell()
                            : counterparts
                                    .of(child)
                                    .map(basis -> compared(basis, child))
                                    .orElseGet(() -> added(child)));
        }
    }

    /** Adds the removed elements, and those in them that can move: layers below may have put them elsewhere by now. */
    private void addRemoved(Node change, Node basis) {
        for (Node child : basis.children()) {
            if (!child.isText() && !counterparts.isKept(child)) {
                Node removed = marked(child, Mark.REMOVED);
                addRemoved(removed, child);
                change.add(removed);
            }
        }
    }

    private static Node marked(Node element, Mark mark) {
        Node change = element.shell();
        change.mark = mark;
        change.marked = true;
        return change;
    }

    private boolean isReordered(Node basis, Node element) {
        Iterator<Node> rest = basis.children().iterator();
        return !inPlace(basis, element).allMatch(child -> goesOnTo(child, rest));
    }

    /** What of the basis both have in this parent, in the order of the definition. */
    private Stream<Node> inPlace(Node basis, Node element) {
        return element.children().stream()
                .flatMap(child -> counterparts.of(child).stream())
                .filter(child -> child.parent() == basis);
    }

    private static boolean goesOnTo(Node child, Iterator<Node> siblings) {
        while (siblings.hasNext()) {
            if (siblings.next() == child) {
                return true;
            }
        }
        return false;
    }

    /** The texts of an element; where it has elements too, their places between them. None where it has only elements. */
    private static List<String> texts(Node element) {
        boolean isMixed = element.children().stream().anyMatch(Node::isText);
        return element.children().stream()
                .filter(child -> isMixed)
                .map(child -> child.isText() ? child.text() : "<" + child.identity())
                .toList();
    }

    private static boolean isEqual(Node one, Node other) {
        boolean isEqual = one.name().equals(other.name())
                && one.text().equals(other.text())
                && one.attributes().equals(other.attributes())
                && one.seat.looksLike(other.seat)
                && one.children().size() == other.children().size();
        for (int i = 0; isEqual && i < one.children().size(); i++) {
            isEqual = isEqual(one.children().get(i), other.children().get(i));
        }
        return isEqual;
    }
}
