package io.github.solutionalm.report.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The tests of one operation.
 *
 * @param startedOn when it started
 * @param time how long it took
 * @param properties what it was about, for people; keys in their order
 * @param cases its tests, the first of them the operation itself
 */
public record Suite(Instant startedOn, Duration time, Map<String, String> properties, List<Case> cases) {

    public Suite {
        cases = List.copyOf(cases);
    }

    /** A suite of an operation of which nothing but its end is known. */
    public static Suite of(Instant now, Map<String, String> properties, Case only) {
        return new Suite(now, Duration.ZERO, properties, List.of(only));
    }

    long count(Case.Verdict verdict) {
        return cases.stream().filter(one -> one.verdict() == verdict).count();
    }
}
