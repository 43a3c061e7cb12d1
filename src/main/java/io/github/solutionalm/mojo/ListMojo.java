package io.github.solutionalm.mojo;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.ContentPrintout;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.report.EffectiveFolder;
import io.github.solutionalm.report.EnvironmentReport;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the solutions of an environment, and optionally its components with their layers. Writes the list to
 * {@code environment.json} in {@code outputDirectory}; with {@code components}, also writes the effective definitions of
 * components with merged layers to the folder {@code effective}. Never waits for a running import.
 *
 * @since 0.1.0
 */
@Mojo(name = "list", threadSafe = true, requiresProject = false)
public final class ListMojo extends AbstractEnvironmentMojo {

    /** Also list components and their layers, and write the effective definition of components with merged layers. */
    @Parameter(property = PREFIX + "components", defaultValue = "false")
    private boolean components;

    @Inject
    ListMojo(MavenBuild build) {
        super("list", build);
    }

    @Override
    void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        Printout out = printout();
        Target target = target();
        target.announce(out);
        requireEnvironment(target, true);
        try (SolutionEnvironment environment = target.read(out)) {
            EnvironmentContent content =
                    components ? environment.list(EffectiveFolder.in(outputDirectory())) : environment.list(false);
            new ContentPrintout(out).print(content);
            out.line("List", out.path(EnvironmentReport.write(content, outputDirectory())));
        }
    }
}
