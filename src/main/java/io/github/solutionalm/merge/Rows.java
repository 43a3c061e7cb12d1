package io.github.solutionalm.merge;

import io.github.solutionalm.merge.MergeRules.MergeRow.Nesting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Takes rows apart into the cells that sit in them, and puts them together again. */
final class Rows {

    private Rows() {}

    /** Cells take the place of their rows, which they know as {@link Seat}. */
    static void dissolve(Node parent, MergeRules rules) {
        if (parent.children().stream().noneMatch(child -> isRow(child, rules))) {
            return;
        }
        Content content = new Content(rules);
        for (Node child : List.copyOf(parent.children())) {
            if (!isRow(child, rules)) {
                content.add(child);
            } else if (child.children().isEmpty()) {
                content.addEmpty(child);
            } else {
                child.children().forEach(cell -> content.add(cell, child, true));
            }
        }
        content.moveTo(parent);
    }

    /** The children of an element once its rows are gone. */
    private static final class Content {
        private final MergeRules rules;
        private final List<Node> nodes = new ArrayList<>();
        /** Empty rows below the last of them. */
        private final List<Node> below = new ArrayList<>();

        private Node row;
        private int column;

        Content(MergeRules rules) {
            this.rules = rules;
        }

        void add(Node node) {
            seatBelow();
            nodes.add(node);
        }

        /** A cell of a row. */
        void add(Node cell, Node in, boolean readsOrdinal) {
            column = in == row ? column + 1 : 1;
            row = in;
            Seat seat = new Seat(column, in.shell(), List.of());
            boolean hasOrdinal = readsOrdinal && cell.place != Node.NO_PLACE;
            cell.seat = hasOrdinal ? seat.atOrdinal(cell.place) : seat;
            if (readsOrdinal) {
                cell.place = hasOrdinal ? Seat.placeOf(cell.place) : Node.NO_PLACE;
            }
            add(cell);
        }

        /** An empty row belongs to the row above it; where no row above has cells, it stays as it is. */
        void addEmpty(Node empty) {
            if (nodes.isEmpty() || isRow(nodes.get(nodes.size() - 1), rules)) {
                nodes.add(empty);
            } else {
                below.add(empty.shell());
            }
        }

        /** All at once: there may be any number. */
        private void seatBelow() {
            if (!below.isEmpty()) {
                Node above = nodes.get(nodes.size() - 1);
                List<Node> all = new ArrayList<>(above.seat.below());
                all.addAll(below);
                above.seat = above.seat.withBelow(all);
                below.clear();
            }
        }

        void moveTo(Node parent) {
            seatBelow();
            parent.children().clear();
            nodes.forEach(parent::add);
        }
    }

    private static boolean isRow(Node node, MergeRules rules) {
        return rules.row(node.name()).nesting() == Nesting.GROUPS;
    }

    /** Called before a seat is given up: if it began a row, the next one in the row does. */
    static void leave(Node cell) {
        Node next = cell.seat.column() == 1 ? cell.next() : null;
        if (next != null && next.seat.column() > 1) {
            next.seat = cell.seat.withBelow(next.seat.below());
        }
    }

    /** Seats the cells anew, as if their rows were read, so that those of two documents compare. */
    static void settle(Node parent, MergeRules rules) {
        Content content = new Content(rules);
        for (Node row : List.copyOf(restored(parent, rules))) {
            if (!isRow(row, rules)) {
                content.add(row);
            } else if (row.children().isEmpty()) {
                content.addEmpty(row);
            } else {
                row.children().forEach(cell -> content.add(cell, row, false));
            }
        }
        content.moveTo(parent);
    }

    /** An element's children, where they have seats in the rows of these seats. */
    static List<Node> restored(Node parent, MergeRules rules) {
        boolean hasSeats = !isRow(parent, rules) && parent.children().stream().anyMatch(child -> child.seat.isInRow());
        return hasSeats ? rows(parent.children(), rules) : parent.children();
    }

    /** Each row begins with a cell of the first column. */
    private static List<Node> rows(List<Node> cells, MergeRules rules) {
        List<Node> rows = new ArrayList<>();
        List<Node> below = new ArrayList<>();
        Node row = new Node("");
        int column = Integer.MAX_VALUE;
        for (Node cell : cells) {
            if (isRow(cell, rules)) {
                rows.add(cell);
                continue;
            }
            if (!cell.seat.isInRow()) {
                rows.addAll(below);
                below.clear();
                rows.add(cell);
                column = Integer.MAX_VALUE;
                continue;
            }
            if (cell.seat.column() <= column) {
                rows.addAll(below);
                below.clear();
                row = cell.seat.row().shell();
                rows.add(row);
            }
            column = cell.seat.column();
            row.children().add(cell);
            below.addAll(cell.seat.below());
        }
        rows.addAll(below);
        return rows;
    }

    /**
     * The seat of a cell: rows have neither id nor place, so cells are merged without them and get rows again at the end. The
     * ordinal of a cell tells its column in ten-thousands, from 1, and below that the number of the cell in its section.
     *
     * @param column from 1; 1 begins a row
     * @param row its row in its layer, without content; of use where it begins one
     * @param below empty rows below its row, which make room for cells of several rows
     */
    record Seat(int column, Node row, List<Node> below) {

        /** The seat of an element that is in no row. */
        static final Seat NONE = new Seat(0, new Node(""), List.of());

        private static final int COLUMN = 10_000;

        Seat {
            below = List.copyOf(below);
        }

        static int placeOf(int ordinal) {
            return ordinal % COLUMN;
        }

        Seat atOrdinal(int ordinal) {
            return new Seat(Math.max(1, ordinal / COLUMN), row, below);
        }

        Seat withBelow(List<Node> rows) {
            return new Seat(column, row, rows);
        }

        /** Whether two definitions have the same seat. What row it is counts where it begins one. */
        boolean looksLike(Seat other) {
            return column == other.column
                    && (column > 1 || isAlike(row, other.row))
                    && below.size() == other.below.size()
                    && IntStream.range(0, below.size()).allMatch(i -> isAlike(below.get(i), other.below.get(i)));
        }

        private static boolean isAlike(Node row, Node other) {
            return row.attributes().equals(other.attributes());
        }

        boolean isInRow() {
            return column > 0;
        }
    }
}
