package io.github.solutionalm.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A law is tried with as many cases as it says, the same ones with the same seed, and shows the simplest one that breaks it. */
class LawTest {

    private static int tried;

    @Law(tries = 50)
    void isTriedManyTimes(Choices choices) {
        assertThat(choices.nextInt(7)).isBetween(0, 6);
        tried++;
    }

    /** The least, the greatest and five extreme ones come before. */
    @AfterAll
    static void wasTriedManyTimes() {
        assertThat(tried).isIn(0, 50 + 7);
    }

    @Test
    void theSameSeedGivesTheSameCases() {
        assertThat(cases(5)).isEqualTo(cases(5)).isNotEqualTo(cases(6));
    }

    @Test
    void casesBeginWithTheLeastAndTheGreatest() {
        assertThat(cases(1)).startsWith(List.of(0, 0, 0), List.of(999, 999, 999));
    }

    @Test
    void randomCasesAreAllOver() {
        Set<Integer> seen = new HashSet<>();
        new Tries(1, 1000).of(choices -> seen.add(choices.nextInt(20)));

        assertThat(seen).hasSize(20);
    }

    @Test
    void aBrokenLawTellsItsSeedAndTheSimplestCase() {
        assertThatThrownBy(() -> new Tries(3, 300).of(LawTest::hasNoGreatNumber))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dlaw.seed=3")
                .hasMessageContaining("of the choices [1, 60]")
                .hasMessageContaining("[60]");
    }

    /** Broken by lists with a number of 60 or more. */
    private static void hasNoGreatNumber(Choices choices) {
        List<Integer> numbers = new ArrayList<>();
        for (int left = choices.nextInt(10); left > 0; left--) {
            numbers.add(choices.nextInt(100));
        }
        assertThat(numbers).allMatch(number -> number < 60);
    }

    @Test
    void anExceptionBreaksALaw() {
        assertThatThrownBy(() -> new Tries(3, 10).of(choices -> {
                    throw new IllegalStateException("of its own");
                }))
                .hasMessageContaining("of its own");
    }

    @Test
    void whatCannotBeRememberedIsNotGiven() {
        assertThatThrownBy(() -> Choices.random(1).nextLong()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aCaseWithoutAnEndIsFoundOut() {
        assertThatThrownBy(() -> Stream.iterate(Choices.greatest(), Random::nextBoolean, choices -> choices)
                        .count())
                .hasMessageContaining("no end");
    }

    private static List<List<Integer>> cases(long seed) {
        List<List<Integer>> cases = new ArrayList<>();
        new Tries(seed, 20)
                .of(choices -> cases.add(List.of(choices.nextInt(1000), choices.nextInt(1000), choices.nextInt(1000))));
        return cases;
    }
}
