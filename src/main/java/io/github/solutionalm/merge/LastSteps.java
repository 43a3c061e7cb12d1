package io.github.solutionalm.merge;

import io.github.solutionalm.merge.Node.Mark;
import io.github.solutionalm.merge.Rows.Seat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last steps of a layer that was compared with its basis. Removals run after the merge, so that elements moved elsewhere
 * are not lost; they find an element wherever layers below have put it by now. Then cells get their seats in the rows that the
 * layer changes.
 */
final class LastSteps {

    private final EffectiveDocument document;
    private final int number;
    private final LostParts lost;
    private final Map<Node, Node> met = new HashMap<>();
    private final Map<Node, Seat> seats = new HashMap<>();

    LastSteps(EffectiveDocument document, int number, LostParts lost) {
        this.document = document;
        this.number = number;
        this.lost = lost;
    }

    /** Called before anything is merged. */
    void begin() {
        rememberSeats(document.root());
    }

    private void rememberSeats(Node parent) {
        Rows.settle(parent, document.rules);
        for (Node child : parent.children()) {
            if (child.seat.isInRow()) {
                seats.put(child, child.seat);
            }
            rememberSeats(child);
        }
    }

    /** Called for each element of the layer that is merged into one that is here. */
    void meet(Node from, Node here) {
        met.put(from, here);
    }

    void take(Node layer) {
        remove(layer);
        met.forEach(this::seat);
    }

    /** Removes from the inside out: what is left then was put there by other layers, and is not lost. */
    private void remove(Node from) {
        Optional<Matches> there = Optional.empty();
        for (Node element : from.children()) {
            remove(element);
            if (element.mark == Mark.REMOVED) {
                there = there.or(() -> untouched(from));
                there.flatMap(here -> here.next(element))
                        .or(() -> document.untouched(element, number))
                        .ifPresent(lost::remove);
            }
        }
    }

    /** The children that the layer has not touched, of the element that this one was merged into. */
    private Optional<Matches> untouched(Node from) {
        return Optional.ofNullable(met.get(from))
                .map(here -> new Matches(here, from, child -> child.touched != number));
    }

    /** A seat that nobody has changed stays, also where it has got new neighbours. */
    private void seat(Node from, Node here) {
        boolean wasThere = seats.containsKey(here) && seats.get(here).looksLike(from.seat);
        if (from.changes.reseats() || wasThere) {
            here.seat = from.seat;
        }
    }
}
