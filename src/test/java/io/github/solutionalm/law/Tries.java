package io.github.solutionalm.law;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The cases that a law is tried with in one run. */
final class Tries {

    /** Every tenth is of extreme choices. */
    private static final int EXTREME = 10;

    private final long seed;
    private final int count;

    Tries(long seed, int count) {
        this.seed = seed;
        this.count = count;
    }

    /**
     * Tries the law until it is broken.
     *
     * @throws AssertionError if it is: how to repeat it, and why the simplest case that was found breaks it
     */
    void of(Consumer<Choices> law) {
        Iterable<Choices> cases = cases()::iterator;
        int number = 0;
        for (Choices choices : cases) {
            try {
                law.accept(choices);
            } catch (AssertionError | RuntimeException broken) {
                Simplest simplest = Simplest.of(law, choices.made(), broken);
                throw new AssertionError(
                        "Broken by case %d of seed %d; -Dlaw.seed=%d repeats it. The simplest case that breaks it, of the choices %s: %s"
                                .formatted(number, seed, seed, simplest.choices(), simplest.failure()),
                        simplest.failure());
            }
            number++;
        }
    }

    private Stream<Choices> cases() {
        SplittableRandom seeds = new SplittableRandom(seed);
        long[] each = LongStream.generate(seeds::nextLong).limit(count).toArray();
        return Stream.concat(
                Stream.of(Choices.least(), Choices.greatest()),
                Stream.concat(
                        LongStream.of(each).limit(count / EXTREME).mapToObj(Choices::extreme),
                        LongStream.of(each).mapToObj(Choices::random)));
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }

    /** As simple as it gets in so many attempts. */
    private record Simplest(List<Integer> choices, Throwable failure) {

        static Simplest of(Consumer<Choices> law, List<Integer> choices, Throwable failure) {
            Shrinking shrinking = new Shrinking(law, choices, failure);
            shrinking.run();
            return new Simplest(shrinking.choices(), shrinking.failure());
        }
    }
}
