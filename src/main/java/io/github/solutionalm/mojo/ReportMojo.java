package io.github.solutionalm.mojo;

import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.report.html.HtmlReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the page {@code report.html} from the JSON files of earlier goals, of several modules or builds too. The goals that write
 * such files make the page of their own {@code outputDirectory} themselves. Reads nothing else, and no environment.
 *
 * @since 0.2.0
 */
@Mojo(name = "report", threadSafe = true, requiresProject = false)
public final class ReportMojo extends AbstractSolutionMojo {

    /**
     * Output directories of the modules or builds to show, in this order, each named after its path on the page. Comma-separated on the
     * command line; relative paths start at the project's base directory. Default: {@code outputDirectory}; on the command line at the
     * root of a reactor, that of each module that has something to show. The build fails for a directory that does not exist, and if
     * there is nothing to show at all.
     */
    @Parameter(property = PREFIX + "reportDirectories")
    private List<File> reportDirectories;

    /** The page to write, in place of the one that may be there. Default: {@code report.html} in {@code outputDirectory}. */
    @Parameter(property = PREFIX + "reportFile")
    private File reportFile;

    @Inject
    ReportMojo(MavenBuild build) {
        super("report", build);
    }

    @Override
    void run() throws IOException, MojoExecutionException {
        Printout out = printout();
        List<HtmlReport.Source> shown = new ArrayList<>();
        for (HtmlReport.Source source : sources()) {
            if (HtmlReport.isPossible(source.directory())) {
                shown.add(source);
            }
        }
        if (shown.isEmpty()) {
            throw new MojoExecutionException(
                    "Tried to make a report but failed because: there are no JSON files of this"
                            + " plugin in " + out.path(outputDirectory())
                            + ". Run solution:plan, solution:import or another goal"
                            + " that writes such files first, or name their output directories with <reportDirectories> or"
                            + " -Dsolution.reportDirectories.");
        }
        Path page = Optional.ofNullable(reportFile).map(build()::directory).orElseGet(() -> outputDirectory()
                .resolve(HtmlReport.NAME));
        out.line("Report", out.path(HtmlReport.write(page, alone(shown))));
    }

    /** What is alone needs no name. */
    private static List<HtmlReport.Source> alone(List<HtmlReport.Source> shown) {
        return shown.size() > 1
                ? shown
                : List.of(new HtmlReport.Source("", shown.get(0).directory()));
    }

    private List<HtmlReport.Source> sources() throws MojoExecutionException {
        if (reportDirectories == null || reportDirectories.isEmpty()) {
            return build().modules().directories(outputDirectory()).entrySet().stream()
                    .map(module -> new HtmlReport.Source(module.getKey(), module.getValue()))
                    .toList();
        }
        List<HtmlReport.Source> sources = new ArrayList<>();
        for (File configured : reportDirectories) {
            Path directory = build().directory(configured);
            if (!Files.isDirectory(directory)) {
                throw new MojoExecutionException("Tried to make a report but failed because: the directory " + directory
                        + " of reportDirectories does not exist. Correct the path, or run the build that writes it.");
            }
            sources.add(new HtmlReport.Source(printout().path(directory), directory));
        }
        return sources;
    }
}
