package io.github.solutionalm.engine;

import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import java.util.List;
import java.util.stream.Collectors;

/** Advice for missing dependencies, for every kind of environment. */
public final class MissingAdvice {

    private MissingAdvice() {}

    /** Whole sentences: the solutions to import first, and what to do about what no solution had. */
    public static String of(List<MissingDependency> missing) {
        String solutions = missing.stream()
                .flatMap(dependency -> dependency.required().solution().stream())
                .filter(solution -> !solution.isActive())
                .map(RequiredSolution::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        long unmanaged = missing.stream()
                .filter(dependency -> dependency
                        .required()
                        .solution()
                        .filter(solution -> !solution.isActive())
                        .isEmpty())
                .count();
        String first = solutions.isEmpty() ? "" : "First import: " + solutions + ".";
        String others = unmanaged == 0
                ? ""
                : unmanaged
                        + " of them belonged to no managed solution at the source: import the solution that has"
                        + " them, or add them to this one.";
        return (first + " " + others).strip();
    }
}
