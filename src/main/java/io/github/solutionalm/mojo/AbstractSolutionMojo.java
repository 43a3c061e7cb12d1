package io.github.solutionalm.mojo;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.CommandLineProperties;
import io.github.solutionalm.mojo.build.Gates;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.PlainFailure;
import io.github.solutionalm.mojo.build.PlainLog;
import io.github.solutionalm.mojo.build.UnexpectedFailure;
import io.github.solutionalm.mojo.console.ModulePrintout;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.operation.BuildReports;
import io.github.solutionalm.mojo.operation.CiReports;
import io.github.solutionalm.mojo.operation.ImportJournal;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackedTrees;
import io.github.solutionalm.packaging.OpenPackages;
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

/** What all goals share: skipping, the output directory, and the check of names. */
abstract class AbstractSolutionMojo extends AbstractMojo {

    /** Prefix of all properties. */
    static final String PREFIX = CommandLineProperties.PREFIX;

    /** Skip the goal: it logs that it is skipped, and reads and writes nothing. */
    @Parameter(property = PREFIX + "skip", defaultValue = "false")
    private boolean skip;

    /**
     * Directory for logs, results and reports. It is created if it does not exist. The build fails if it can't be
     * written.
     */
    @Parameter(property = PREFIX + "outputDirectory", defaultValue = "${project.build.directory}/solution")
    private File outputDirectory;

    /**
     * Fail the build for names and properties without effect: an unknown property {@code solution.…}, an unknown
     * element of the configuration, a command-line property that the POM overrides. If {@code false}, warn instead.
     */
    @Parameter(property = PREFIX + "strict", defaultValue = "true")
    private boolean strict;

    /**
     * Tell CI systems of {@code summary.md}, the summary of the build in {@code outputDirectory}: what is new in it is appended
     * to the file of {@code GITHUB_STEP_SUMMARY}, where that environment variable is set, and the file is announced to Azure
     * Pipelines, where {@code TF_BUILD} is. If {@code false}, it is only written. A summary that can't be written is a warning.
     */
    @Parameter(property = PREFIX + "ciSummary", defaultValue = "true")
    private boolean ciSummary;

    private final String goal;
    private final MavenBuild build;
    private PackedTrees packedTrees;
    private CiReports ciReports;

    AbstractSolutionMojo(String goal, MavenBuild build) {
        this.goal = goal;
        this.build = build;
    }

    /**
     * Runs the goal unless it is skipped.
     *
     * @throws MojoFailureException if the package or the environment is wrong
     * @throws MojoExecutionException if the configuration is wrong, a file or the network fails, or the plugin has a defect
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
            throw PlainFailure.of(UnexpectedFailure.of(goal, e));
        }
    }

    private void runUnlessSkipped() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("solution:" + goal + " is skipped because " + PREFIX + "skip is true.");
            return;
        }
        try {
            if (!runsInModules()) {
                runReported();
            }
        } catch (RefusalException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (SolutionException | IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new MojoExecutionException(
                    UnexpectedFailure.ofMemory("run solution:" + goal, e).getMessage(), e);
        }
    }

    /**
     * Runs the goal in all modules that configure the plugin; {@code verify} also in the root, if something was imported
     * there. Not with packages on the command line, which are resolved where Maven was started, and not {@code report}, which makes
     * one page of all.
     */
    private boolean runsInModules() throws MojoExecutionException, MojoFailureException {
        boolean named = build.userProperties().containsKey(PREFIX + "file")
                || build.userProperties().containsKey(PREFIX + "artifact");
        List<MavenProject> modules = named || goal.equals("report")
                ? List.of()
                : build.modules().meant(goal.equals("verify") && BuildSummary.exists(outputDirectory()));
        if (modules.isEmpty()) {
            return false;
        }
        build.modules().run(modules, new ModulePrintout(printout()));
        return true;
    }

    /** Makes the page of what the goal has written, even if it fails. */
    private void runReported() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        try {
            runRecorded();
        } finally {
            if (outputDirectory != null) { // else nobody has configured the goal, and it wrote nothing
                new BuildReports(printout()).after(goal, outputDirectory());
            }
        }
    }

    /** Records what the goal changes, from before anything can fail until it ends, even if it fails. */
    private void runRecorded() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        Optional<ImportJournal> journal = openJournal();
        try {
            checkNames();
            run();
        } catch (Throwable e) {
            if (journal.isPresent()) {
                closeAfter(e, journal.get());
            }
            if (journal.isPresent() || tellsCiSystems()) {
                ciReports().close(Optional.of(String.valueOf(e.getMessage())), journal.isPresent());
            }
            throw e;
        }
        if (journal.isPresent()) {
            journal.get().close(Optional.empty());
        }
        ciReports().close(Optional.empty(), journal.isPresent());
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

    /** Whether a failure of this goal is one of the release, although it changes nothing. */
    boolean tellsCiSystems() {
        return false;
    }

    /** What is written for CI systems. */
    final CiReports ciReports() {
        if (ciReports == null) {
            ciReports = new CiReports(goal, outputDirectory(), build, printout(), ciSummary);
        }
        return ciReports;
    }

    /** Opens the journal of a goal that imports or applies; other goals have none. */
    Optional<ImportJournal> openJournal() throws IOException {
        return Optional.empty();
    }

    private Optional<PluginDescriptor> plugin() {
        return Optional.ofNullable(getPluginContext())
                .map(context -> context.get("pluginDescriptor"))
                .filter(PluginDescriptor.class::isInstance)
                .map(PluginDescriptor.class::cast);
    }

    /** The value of the User-Agent header, such as {@code solution-maven-plugin/0.1.0}. */
    final String userAgent() {
        return "solution-maven-plugin"
                + plugin().map(PluginDescriptor::getVersion)
                        .map(version -> "/" + version)
                        .orElse("");
    }

    /** Runs the goal. An {@link IOException} means that a report can't be written or read; its message names the file. */
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

    /** Packs the source trees among packages. */
    final PackedTrees packedTrees() {
        if (packedTrees == null) {
            packedTrees = new PackedTrees(outputDirectory(), userAgent(), printout());
        }
        return packedTrees;
    }

    final Printout printout() {
        return new Printout(PlainLog.of(getLog()), build.baseDirectory());
    }

    /** Finds the packages of this goal. */
    final PackageSelection selection(OpenPackages opened) {
        return new PackageSelection(build.baseDirectory(), build.artifacts(), opened, packedTrees(), printout());
    }
}
