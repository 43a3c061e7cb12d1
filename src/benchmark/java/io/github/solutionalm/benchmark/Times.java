package io.github.solutionalm.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Samples by measure and round. */
final class Times {

    private final Map<Measure, List<Sample>> rounds = new EnumMap<>(Measure.class);

    void add(Measure measure, Sample sample) {
        rounds.computeIfAbsent(measure, m -> new ArrayList<>()).add(sample);
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    /** Smallest, median, largest, in milliseconds. */
    List<Double> spread(Sample.Clock clock, Measure measure) {
        return spread(rounds.get(measure).stream().map(clock::milliseconds).toList());
    }

    /**
     * One measure against the sum of others, each round for itself: what else the machine does at a time hits both. Smallest,
     * median, largest.
     */
    List<Double> ratio(Sample.Clock clock, Measure measure, Measure... base) {
        List<Sample> above = rounds.get(measure);
        return spread(IntStream.range(0, above.size())
                .mapToObj(round -> clock.milliseconds(above.get(round)) / sum(clock, round, base))
                .toList());
    }

    private double sum(Sample.Clock clock, int round, Measure... measures) {
        double sum = 0;
        for (Measure measure : measures) {
            sum += clock.milliseconds(rounds.get(measure).get(round));
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
