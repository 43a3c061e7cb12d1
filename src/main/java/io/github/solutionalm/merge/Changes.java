package io.github.solutionalm.merge;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a full definition changes of an element that its basis has too ({@link Comparison}), beside what a mark can say.
 *
 * @param repeated attributes that are the basis's: they count only where the element has to be made again
 * @param dropped attributes that the definition lacks
 * @param repeatsTexts whether its texts are the basis's
 * @param reorders whether its children are in another order
 * @param reseats whether it has another seat in its row
 */
record Changes(Set<String> repeated, Set<String> dropped, boolean repeatsTexts, boolean reorders, boolean reseats) {

    /** No changes: the element is in no basis. */
    static final Changes NONE = new Changes(Set.of(), Set.of(), false, false, false);

    /** The changes of a new element, which has a seat of its own. */
    static final Changes NEW = new Changes(Set.of(), Set.of(), false, false, true);

    /** Compares the attributes of one element in a basis and a definition. */
    static Changes ofAttributes(Node basis, Node definition) {
        Set<String> repeated = new TreeSet<>(definition.attributes().keySet());
        repeated.removeIf(name ->
                !definition.attributes().get(name).equals(basis.attributes().get(name)));
        Set<String> dropped = new TreeSet<>(basis.attributes().keySet());
        dropped.removeAll(definition.attributes().keySet());
        return new Changes(repeated, dropped, true, false, false);
    }

    Changes ofTexts(boolean repeats) {
        return new Changes(repeated, dropped, repeats, reorders, reseats);
    }

    Changes ofOrder(boolean another) {
        return new Changes(repeated, dropped, repeatsTexts, another, reseats);
    }

    Changes ofSeat(boolean another) {
        return new Changes(repeated, dropped, repeatsTexts, reorders, another);
    }
}
