package io.github.solutionalm.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Times in milliseconds, by measure and round. */
final class Times {

    private final Map<Measure, List<Double>> rounds = new EnumMap<>(Measure.class);

    void add(Measure measure, long nanos) {
        rounds.computeIfAbsent(measure, m -> new ArrayList<>()).add(nanos / 1e6);
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    /** Smallest, median, largest. */
    List<Double> spread(Measure measure) {
        return spread(rounds.get(measure));
    }

    /**
     * One measure against the sum of others, each round for itself: what else the machine does at a time hits both. Smallest,
     * median, largest.
     */
    List<Double> ratio(Measure measure, Measure... base) {
        List<Double> above = rounds.get(measure);
        return spread(IntStream.range(0, above.size())
                .mapToObj(round -> above.get(round) / sum(round, base))
                .toList());
    }

    private double sum(int round, Measure... measures) {
        double sum = 0;
        for (Measure measure : measures) {
            sum += rounds.get(measure).get(round);
        }
        return sum;
    }

    private static List<Double> spread(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
        return List.of(sorted.get(0), median, sorted.get(count - 1));
    }
}
