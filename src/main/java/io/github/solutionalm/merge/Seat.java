package io.github.solutionalm.merge;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The seat of a cell: rows have neither id nor place, so cells are merged without them and get rows again at the end. The
 * ordinal of a cell tells its column in ten-thousands, from 1, and below that the number of the cell in its section.
 *
 * @param column from 1; 1 begins a row
 * @param row its row in its layer, without content; of use where it begins one
 * @param below empty rows below its row, which make room for cells of several rows
 */
record Seat(int column, Node row, List<Node> below) {

    /** Of what stands in no row. */
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
