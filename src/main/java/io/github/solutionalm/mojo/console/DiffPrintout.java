package io.github.solutionalm.mojo.console;

import io.github.solutionalm.SolutionDiff;
import io.github.solutionalm.SolutionDiff.Difference;
import io.github.solutionalm.model.Change;
import java.nio.file.Path;
import java.util.List;

/** Prints how packages differ: what goes first, then what changes and what comes. */
public final class DiffPrintout {

    private static final int LISTED = 20;

    private final Printout out;

    public DiffPrintout(Printout out) {
        this.out = out;
    }

    /**
     * Prints it.
     *
     * @param file where all of it is
     */
    public void print(SolutionDiff diff, Path file) {
        out.line(
                "Solution", diff.manifest().uniqueName() + " " + diff.manifest().version());
        out.line("Against", against(diff));
        out.line(
                "Diff",
                diff.differences().isEmpty()
                        ? "no difference in " + Wording.count(diff.unchanged(), "component")
                        : diff.count(Change.ADD) + " added, " + diff.count(Change.CHANGE) + " changed, "
                                + diff.unchanged() + " unchanged, "
                                + (diff.count(Change.DELETE) + diff.count(Change.UNLAYER)) + " no longer there");
        section("No longer", diff, List.of(Change.DELETE, Change.UNLAYER), file);
        section("Changed", diff, List.of(Change.CHANGE), file);
        section("Added", diff, List.of(Change.ADD), file);
        out.line("Diff file", out.path(file));
    }

    private static String against(SolutionDiff diff) {
        String version = diff.against().version().orElse("nothing, since it is not installed");
        return diff.against()
                .file()
                .map(other -> version + " of " + Path.of(other.file()).getFileName())
                .orElse(version
                        + diff.against()
                                .environment()
                                .map(environment -> " in " + environment.url())
                                .orElse(""));
    }

    private void section(String label, SolutionDiff diff, List<Change> changes, Path file) {
        List<Difference> all = diff.differences().stream()
                .filter(difference -> changes.contains(difference.change()))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        out.line(label, Wording.count(all.size(), "component"));
        out.table(all.stream()
                .limit(LISTED)
                .map(difference -> List.of(
                        difference.key().type().name(),
                        difference.key().key(),
                        difference.name().equalsIgnoreCase(difference.key().key()) ? "" : difference.name(),
                        Wording.details(difference.details())))
                .toList());
        if (all.size() > LISTED) {
            out.detail("… and " + (all.size() - LISTED) + " more, all listed in " + out.path(file));
        }
    }
}
