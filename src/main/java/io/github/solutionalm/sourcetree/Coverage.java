package io.github.solutionalm.sourcetree;

import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.RootCoverage;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.List;
import java.util.Map;

/** Holds what the manifest of a tree lists against what the tree has. */
final class Coverage {

    private static final int SHOWN = 5;

    private Coverage() {}

    /**
     * Reports what is listed and not there, and what is there and not listed.
     *
     * @param lines where the manifest lists its root components, in its order
     * @param holders the places in the tree that hold components, by their ids
     */
    static void check(SolutionPackage solution, List<String> lines, Map<String, String> holders, Problems problems) {
        List<RootComponent> listed = solution.manifest().rootComponents();
        RootCoverage coverage = new RootCoverage(solution);
        for (RootComponent absent : coverage.absent()) {
            int index = listed.indexOf(absent);
            problems.uncovered(
                    listed.size() == lines.size() ? lines.get(index) : Layout.SOLUTION,
                    "The root component " + absent.type() + " " + absent.label()
                            + " has no source in the tree, so that the package would lack it. Restore its files, or remove"
                            + " the line.");
        }
        for (SolutionComponent unlisted : coverage.unlisted()) {
            problems.uncovered(
                    holders.getOrDefault(unlisted.key().key(), Layout.SOLUTION),
                    "The component " + unlisted.key() + " is in the tree, but " + Layout.SOLUTION
                            + " does not list it, and environments refuse such a package. Add a <RootComponent> for it, or"
                            + " remove its files.");
        }
        if (!solution.unclaimedFiles().isEmpty()) {
            List<String> files = solution.unclaimedFiles();
            problems.warning(
                    files.get(0),
                    files.size() == 1
                            ? "This file belongs to no component. It is packed all the same."
                            : "This and " + (files.size() - 1) + " more files belong to no component: "
                                    + String.join(", ", files.subList(1, Math.min(files.size(), SHOWN)))
                                    + (files.size() > SHOWN ? ", …" : "") + ". They are packed all the same.");
        }
    }
}
