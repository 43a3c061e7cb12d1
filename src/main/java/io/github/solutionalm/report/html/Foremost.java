package io.github.solutionalm.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first of many in some order: so many as are shown without a script. */
final class Foremost<T> {

    private final int most;
    private final Comparator<T> order;
    private final PriorityQueue<T> first;
    private int total;

    Foremost(int most, Comparator<T> order) {
        this.most = most;
        this.order = order;
        this.first = new PriorityQueue<>(order.reversed());
    }

    void add(T one) {
        total++;
        first.add(one);
        if (first.size() > most) {
            first.remove();
        }
    }

    List<T> list() {
        List<T> sorted = new ArrayList<>(first);
        sorted.sort(order);
        return sorted;
    }

    int total() {
        return total;
    }

    /** How many are not in the list. */
    int more() {
        return total - first.size();
    }

    boolean isEmpty() {
        return total == 0;
    }
}
