package io.github.solutionalm.mojo;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: whether to run at all, and where to write. */
abstract class AbstractSolutionMojo extends AbstractMojo {

    /** All properties begin with it. */
    static final String PREFIX = "solution.";

    /** Skips the goal: it reads and writes nothing, and says so. */
    @Parameter(property = PREFIX + "skip", defaultValue = "false")
    private boolean skip;

    /**
     * Directory that logs, results and reports are written to. It is made when it is not there; when it can't be
     * written the build fails.
     */
    @Parameter(property = PREFIX + "outputDirectory", defaultValue = "${project.build.directory}/solution")
    private File outputDirectory;

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
        checkCommandLine();
        if (skip) {
            getLog().info("solution:" + goal + " is skipped, since " + PREFIX + "skip is true.");
            return;
        }
        try {
            run();
        } catch (RefusalException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (SolutionException | IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new MojoExecutionException(
                    MemoryShortage.of("run solution:" + goal, e).getMessage(), e);
        } catch (RuntimeException e) {
            throw Defect.of(goal, e);
        }
    }

    private void checkCommandLine() throws MojoExecutionException {
        Optional<PluginDescriptor> plugin = plugin();
        if (plugin.isPresent()) {
            for (String name : CommandLineProperties.unknown(build.userProperties(), plugin.get())) {
                getLog().warn("No goal of this plugin knows -D" + name + "; known are: "
                        + String.join(
                                ", ", CommandLineProperties.types(plugin.get()).keySet()));
            }
        }
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
        return new Printout(getLog(), build.baseDirectory());
    }
}
