package io.github.solutionalm.merge;

import java.util.List;

/**
 * How elements of one name merge.
 *
 * @param element element name
 * @param identity attributes that tell siblings of this name apart; where an element has none of them, the n-th matches
 *     the n-th
 * @param nesting what becomes of its content
 * @param order where it goes among its siblings
 */
record MergeRow(String element, List<String> identity, Nesting nesting, Order order) {

    /** What becomes of the content of an element that several layers have. */
    enum Nesting {
        /** It merges, child by child. */
        MERGES,
        /** A layer that states the element replaces its content. */
        REPLACED,
        /** Only the {@linkplain MergeRules#united united} children merge, the rest is replaced. */
        UNITES,
        /** It merges, and the element is one of its kind in the whole document: it can move from parent to parent. */
        MOVES,
        /** It has no identity and no place of its own: only groups the seats of its parent. */
        GROUPS
    }

    /** Where an element goes among its siblings. */
    enum Order {
        /** After the sibling that it follows in its own layer. */
        FOLLOWS,
        /** By ordinal, where its layer gives one. */
        ORDINAL,
        /** New ones at the bottom, unless the maker has placed them; others by ordinal. */
        BOTTOM
    }

    static MergeRow each(String element, String... identity) {
        return new MergeRow(element, List.of(identity), Nesting.MERGES, Order.FOLLOWS);
    }

    MergeRow replaced() {
        return new MergeRow(element, identity, Nesting.REPLACED, order);
    }

    MergeRow unites() {
        return new MergeRow(element, identity, Nesting.UNITES, order);
    }

    MergeRow moves() {
        return new MergeRow(element, identity, Nesting.MOVES, order);
    }

    MergeRow groups() {
        return new MergeRow(element, identity, Nesting.GROUPS, order);
    }

    MergeRow byOrdinal() {
        return new MergeRow(element, identity, nesting, Order.ORDINAL);
    }

    MergeRow atBottom() {
        return new MergeRow(element, identity, nesting, Order.BOTTOM);
    }

    boolean isMoving() {
        return nesting == Nesting.MOVES;
    }
}
