package io.github.solutionalm.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * What a case is made from: numbers below a bound, one after the other, and yes or no. They are remembered, so that the same case
 * can be made again, or one of fewer and lesser choices; the less, the simpler the case should be, and "no" is less than "yes".
 *
 * <p>It is a {@link Random} for {@link java.util.Collections#shuffle} and for generators that know no laws. What a law does not
 * need (numbers without a bound, fractions) it does not give.
 */
public final class Choices extends Random {

    private static final long serialVersionUID = 1L;

    /** So many choices make no case that anybody could look at: the generator does not end. */
    private static final int MOST = 100_000;

    private final transient IntUnaryOperator source;
    private final transient List<Integer> made = new ArrayList<>();

    /** @param source given a bound, tells a number from 0 to below it */
    private Choices(IntUnaryOperator source) {
        this.source = source;
    }

    /** Any, each as likely. */
    public static Choices random(long seed) {
        return new Choices(new Random(seed)::nextInt);
    }

    /** Each the least or the greatest. */
    static Choices extreme(long seed) {
        Random random = new Random(seed);
        return new Choices(bound -> random.nextBoolean() ? bound - 1 : 0);
    }

    static Choices least() {
        return new Choices(bound -> 0);
    }

    static Choices greatest() {
        return new Choices(bound -> bound - 1);
    }

    /** These, as far as they are below the bound, and the least after them. */
    static Choices of(List<Integer> choices) {
        return new Choices(new IntUnaryOperator() {
            private int next;

            @Override
            public int applyAsInt(int bound) {
                return next < choices.size() ? Math.min(choices.get(next++), bound - 1) : 0;
            }
        });
    }

    /** All so far. */
    List<Integer> made() {
        return List.copyOf(made);
    }

    @Override
    public int nextInt(int bound) {
        if (made.size() == MOST) {
            throw new IllegalStateException("More than " + MOST + " choices were asked for: the case has no end");
        }
        int choice = source.applyAsInt(bound);
        made.add(choice);
        return choice;
    }

    @Override
    public boolean nextBoolean() {
        return nextInt(2) == 1;
    }

    /** Yes in one of so many cases. */
    public boolean oneIn(int many) {
        return nextInt(many) == many - 1;
    }

    /** All other kinds of numbers come from here. */
    @Override
    protected int next(int bits) {
        throw new UnsupportedOperationException("Choose below a bound, so that it can be remembered");
    }
}
