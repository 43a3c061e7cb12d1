package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The page {@code report.html} of an output directory, which each goal makes anew at its end, however it ends. A goal never
 * fails for it.
 */
public final class BuildReports {

    /** What they write is on the page. */
    private static final Set<String> GOALS = Set.of(
            "apply-upgrade",
            "check-dependencies",
            "diff",
            "import",
            "inspect",
            "list",
            "plan",
            "rehearse",
            "stage-upgrade");

    private final Printout out;

    public BuildReports(Printout out) {
        this.out = out;
    }

    /**
     * Makes the page if the goal may have written something that is on it.
     *
     * @param outputDirectory the parameter of that name
     */
    public void after(String goal, Path outputDirectory) {
        if (!GOALS.contains(goal)) {
            return;
        }
        try {
            if (HtmlReport.isPossible(outputDirectory)) {
                HtmlReport.write(
                        outputDirectory.resolve(HtmlReport.NAME), List.of(new HtmlReport.Source("", outputDirectory)));
            }
        } catch (IOException e) {
            warn(outputDirectory, String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            warn(outputDirectory, e.toString());
        }
    }

    private void warn(Path outputDirectory, String reason) {
        out.warning(
                "The report " + out.path(outputDirectory.resolve(HtmlReport.NAME)) + " is not made, and nothing else is"
                        + " affected: " + reason + ". Mend the cause, and make it with solution:report.");
    }
}
