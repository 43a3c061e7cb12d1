package io.github.solutionalm.mojo;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.CommandLineProperties;
import io.github.solutionalm.mojo.build.Defect;
import io.github.solutionalm.mojo.build.Gates;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.PlainFailure;
import io.github.solutionalm.mojo.build.PlainLog;
import io.github.solutionalm.mojo.console.ModulePrintout;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.operation.ImportJournal;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.text.PlainText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals share: whether to run at all, and where to write. */
abstract class AbstractSolutionMojo extends AbstractMojo {

    /** All properties begin with it. */
    static final String PREFIX = CommandLineProperties.PREFIX;

    /** Skips the goal: it reads and writes nothing, and says so. */
    @Parameter(property = PREFIX + "skip", defaultValue = "false")
    private boolean skip;

    /**
     * Directory that logs, results and reports are written to. It is made when it is not there; when it can't be
     * written the build fails.
     */
    @Parameter(property = PREFIX + "outputDirectory", defaultValue = "${project.build.directory}/solution")
    private File outputDirectory;

    /**
     * Refuse names that nothing is called by, and what has no effect: a property {@code solution.…} or an element of the
     * configuration that no goal knows, and a property of the command line that the POM overrides. When false they are warned
     * of.
     */
    @Parameter(property = PREFIX + "strict", defaultValue = "true")
    private boolean strict;

    private final String goal;
    private final MavenBuild build;

    AbstractSolutionMojo(String goal, MavenBuild build) {
        this.goal = goal;
        this.build = build;
    }

    /**
     * Runs the goal unless it is skipped.
     *
     * @throws MojoFailureException when the package or the environment is wrong
     * @throws MojoExecutionException when the configuration is, a file or the network can't be used, or we made a mistake
     */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        setLog(PlainLog.of(getLog()));
        try {
            runUnlessSkipped();
        } catch (MojoFailureException e) {
            throw PlainFailure.of(e);
        } catch (MojoExecutionException e) {
            throw PlainFailure.of(e);
        } catch (RuntimeException | Error e) {
            throw PlainFailure.of(Defect.of(goal, e));
        }
    }

    private void runUnlessSkipped() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("solution:" + goal + " is skipped because " + PREFIX + "skip is true.");
            return;
        }
        try {
            if (!runsInModules()) {
                runRecorded();
            }
        } catch (RefusalException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (SolutionException | IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new MojoExecutionException(
                    Defect.ofMemory("run solution:" + goal, e).getMessage(), e);
        }
    }

    /**
     * Unless packages are named, which are looked for where Maven was started, the goal is meant for all modules; verify also for
     * the root, when something was imported there.
     */
    private boolean runsInModules() throws MojoExecutionException, MojoFailureException {
        List<MavenProject> modules = build.userProperties().containsKey(PREFIX + "file")
                ? List.of()
                : build.modules().meant(goal.equals("verify") && BuildSummary.exists(outputDirectory()));
        if (modules.isEmpty()) {
            return false;
        }
        build.modules().run(modules, new ModulePrintout(printout()));
        return true;
    }

    /** What a goal changes is recorded from before anything can fail until it has ended, whichever way. */
    private void runRecorded() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        Optional<ImportJournal> journal = openJournal();
        try {
            checkNames();
            run();
        } catch (Throwable e) {
            if (journal.isPresent()) {
                closeAfter(e, journal.get());
            }
            throw e;
        }
        if (journal.isPresent()) {
            journal.get().close(Optional.empty());
        }
    }

    private static void closeAfter(Throwable failure, ImportJournal journal) {
        try {
            journal.close(Optional.of(String.valueOf(failure.getMessage())));
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Reports names that are misspelt or have no effect, so that no gate is passed by mistake. */
    private void checkNames() throws MojoExecutionException {
        Optional<PluginDescriptor> plugin = plugin();
        if (plugin.isEmpty()) {
            return;
        }
        Map<String, String> commandLine = build.commandLine();
        List<String> wrong = new ArrayList<>(
                new CommandLineProperties(plugin.get()).unknown(commandLine, build.projectProperties()));
        wrong.addAll(Gates.withoutEffect(build, plugin.get()));
        wrong.addAll(build.configured().unknownExecution());
        wrong.addAll(build.configured().unknownElements());
        wrong.addAll(build.configured().withoutValue());
        wrong.addAll(build.configured().overridden(commandLine));
        if (wrong.isEmpty()) {
            return;
        }
        if (strict) {
            throw new MojoExecutionException(PlainText.of("Tried to run solution:" + goal + " but failed because: "
                    + wrong.stream().map(AbstractSolutionMojo::sentence).collect(Collectors.joining(" "))
                    + " Correct this; or get only a warning, with <strict>false</strict>"
                    + " or -Dsolution.strict=false."));
        }
        wrong.forEach(what -> printout().warning(sentence(what) + " With strict, this fails the build."));
    }

    private static String sentence(String text) {
        return text.endsWith("?") ? text : text + ".";
    }

    /** Opens the journal of a goal that changes what a release goes by; other goals have none. */
    Optional<ImportJournal> openJournal() throws IOException {
        return Optional.empty();
    }

    private Optional<PluginDescriptor> plugin() {
        return Optional.ofNullable(getPluginContext())
                .map(context -> context.get("pluginDescriptor"))
                .filter(PluginDescriptor.class::isInstance)
                .map(PluginDescriptor.class::cast);
    }

    /** What the plugin calls itself, such as {@code solution-maven-plugin/0.1.0}. */
    final String userAgent() {
        return "solution-maven-plugin"
                + plugin().map(PluginDescriptor::getVersion)
                        .map(version -> "/" + version)
                        .orElse("");
    }

    /** What the goal does. An {@link IOException} is a report that can't be written or read; its message says which. */
    abstract void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException;

    final String goal() {
        return goal;
    }

    final MavenBuild build() {
        return build;
    }

    final Path outputDirectory() {
        return build.directory(outputDirectory);
    }

    final Printout printout() {
        return new Printout(PlainLog.of(getLog()), build.baseDirectory());
    }
}
