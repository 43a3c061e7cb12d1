package io.github.solutionalm.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Findings of which a small file can make hundreds of thousands: one for each line of a manifest, each name in a flow, each
 * deployment setting. Nobody reads so many, and each of them would be in every report, so that the others are only counted.
 */
public final class ManyFindings {

    /** How many are kept; real packages have a few hundred. */
    public static final int TOLD = 1_000;

    private final List<Finding> told = new ArrayList<>();
    private int more;

    /** Adds a finding, which is not even made when there are too many. */
    public void add(Supplier<Finding> finding) {
        if (told.size() < TOLD) {
            told.add(finding.get());
        } else {
            more++;
        }
    }

    /** Adds several findings. */
    public void addAll(Collection<Finding> findings) {
        findings.forEach(finding -> add(() -> finding));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return told.isEmpty();
    }

    /** The first findings, and how many more there are. */
    public List<Finding> toList() {
        List<Finding> all = new ArrayList<>(told);
        if (more > 0) {
            Finding last = told.get(told.size() - 1);
            all.add(new Finding(
                    last.code(),
                    last.name(),
                    String.format(
                            Locale.ROOT,
                            "There are %,d more findings like these, which are not listed. Resolve those that are, and"
                                    + " run the goal again.",
                            more),
                    Optional.empty(),
                    false,
                    last.gate()));
        }
        return List.copyOf(all);
    }
}
