package io.github.solutionalm.merge;

import io.github.solutionalm.merge.MergeRow.Nesting;
import java.util.ArrayList;
import java.util.List;

/** Takes rows apart into the cells that sit in them, and puts them together again. */
final class Rows {

    private Rows() {}

    /** Cells take the place of their rows, which they know as {@link Seat}. */
    static void dissolve(Node parent, MergeRules rules) {
        if (parent.children().stream().noneMatch(child -> isRow(child, rules))) {
            return;
        }
        List<Node> content = List.copyOf(parent.children());
        List<Node> cells = new ArrayList<>();
        for (Node child : content) {
            List<Node> inRow = child.children();
            if (!isRow(child, rules)) {
                cells.add(child);
            } else if (inRow.isEmpty()) {
                leaveBelow(child, cells, rules);
            } else {
                take(child, cells);
            }
        }
        parent.children().clear();
        cells.forEach(parent::add);
    }

    /** An empty row belongs to the row above it; where no row above has cells, it stays as it is. */
    private static void leaveBelow(Node row, List<Node> cells, MergeRules rules) {
        if (cells.isEmpty() || isRow(cells.get(cells.size() - 1), rules)) {
            cells.add(row);
            return;
        }
        Node above = cells.get(cells.size() - 1);
        List<Node> below = new ArrayList<>(above.seat.below());
        below.add(row.shell());
        above.seat = above.seat.withBelow(below);
    }

    private static void take(Node row, List<Node> cells) {
        int column = 1;
        for (Node cell : row.children()) {
            Seat seat = new Seat(column++, row.shell(), List.of());
            boolean hasOrdinal = cell.place != Node.NO_PLACE;
            cell.seat = hasOrdinal ? seat.atOrdinal(cell.place) : seat;
            cell.place = hasOrdinal ? Seat.placeOf(cell.place) : Node.NO_PLACE;
            cells.add(cell);
        }
    }

    private static boolean isRow(Node node, MergeRules rules) {
        return rules.row(node.name()).nesting() == Nesting.GROUPS;
    }

    /** Called before a seat is given up: if it began a row, the next one in the row does. */
    static void leave(Node cell) {
        List<Node> cells = cell.parent().children();
        int next = cells.indexOf(cell) + 1;
        if (cell.seat.column() == 1
                && next < cells.size()
                && cells.get(next).seat.column() > 1) {
            cells.get(next).seat = cell.seat.withBelow(cells.get(next).seat.below());
        }
    }

    /** Seats the cells anew, as if their rows were read, so that those of two documents compare. */
    static void settle(Node parent, MergeRules rules) {
        List<Node> cells = new ArrayList<>();
        for (Node row : restored(parent, rules)) {
            if (!isRow(row, rules)) {
                cells.add(row);
            } else if (row.children().isEmpty()) {
                leaveBelow(row, cells, rules);
            } else {
                int column = 1;
                for (Node cell : row.children()) {
                    cell.seat = new Seat(column++, row.shell(), List.of());
                    cells.add(cell);
                }
            }
        }
        parent.children().clear();
        cells.forEach(parent::add);
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
}
