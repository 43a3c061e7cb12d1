package io.github.solutionalm.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes a case that breaks a law simpler, as long as it breaks it in the same way: fewer choices, and lesser ones. */
final class Shrinking {

    private static final int ATTEMPTS = 1_000;

    private final Consumer<Choices> law;
    private List<Integer> choices;
    private Throwable failure;
    private int attempts;

    /**
     * @param choices of a case that breaks the law
     * @param failure how it does
     */
    Shrinking(Consumer<Choices> law, List<Integer> choices, Throwable failure) {
        this.law = law;
        this.choices = choices;
        this.failure = failure;
    }

    List<Integer> choices() {
        return choices;
    }

    Throwable failure() {
        return failure;
    }

    void run() {
        List<Integer> before;
        do {
            before = choices;
            for (int length = choices.size(); length > 0; length /= 2) {
                leaveOut(length);
            }
            lessen();
        } while (!before.equals(choices) && attempts < ATTEMPTS);
    }

    private void leaveOut(int length) {
        for (int start = choices.size() - length; start >= 0; start -= length) {
            List<Integer> shorter = new ArrayList<>(choices);
            shorter.subList(start, start + length).clear();
            // as short, it may be left out of a longer one
            start = breaks(shorter) ? Math.min(start, choices.size()) : start;
        }
    }

    private void lessen() {
        for (int i = 0; i < choices.size(); i++) {
            for (int less = 0; i < choices.size() && less < choices.get(i); less++) {
                List<Integer> lesser = new ArrayList<>(choices);
                lesser.set(i, less);
                if (breaks(lesser)) {
                    break;
                }
            }
        }
    }

    /** Whether these do too; they are the choices from then on. */
    private boolean breaks(List<Integer> simpler) {
        if (attempts == ATTEMPTS) {
            return false;
        }
        attempts++;
        Choices made = Choices.of(simpler);
        try {
            law.accept(made);
        } catch (AssertionError | RuntimeException broken) {
            if (broken.getClass() == failure.getClass() && isSimpler(made.made())) {
                choices = made.made();
                failure = broken;
                return true;
            }
        }
        return false;
    }

    private boolean isSimpler(List<Integer> other) {
        if (other.size() != choices.size()) {
            return other.size() < choices.size();
        }
        for (int i = 0; i < other.size(); i++) {
            if (!other.get(i).equals(choices.get(i))) {
                return other.get(i) < choices.get(i);
            }
        }
        return false;
    }
}
