package io.github.solutionalm.mojo;

import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.operation.Ordering;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Imports solution packages into an environment: installs a solution that is not there yet, or acts on the installed
 * one as {@code action} says. Prints what each package changes, writes the import log and the result under
 * {@code outputDirectory} and attaches them to the project, whether the import succeeds or not. An import that is refused
 * leaves the environment exactly as it was.
 *
 * @since 0.1.0
 */
@Mojo(name = "import", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true, requiresProject = false)
public final class ImportMojo extends AbstractImportMojo {

    /**
     * What to do with a managed solution that is already installed: {@code upgrade} replaces it with its patches and
     * deletes what is no longer in the package; {@code update} deletes nothing; {@code stage} imports the package
     * beside the installed solution as its holding solution; {@code install} refuses it, unless it has the same version.
     * Unmanaged packages and first installs go without.
     */
    @Parameter(property = PREFIX + "action", defaultValue = "upgrade")
    private String action;

    /**
     * In which order several packages go in: {@code listed}, one after the other; or {@code staged}: all upgrades are
     * staged as they are listed, and then all applied in reverse, so that deletions do not fail because of what the old
     * version of another package still uses. Packages that are not upgraded go in with the first phase.
     */
    @Parameter(property = PREFIX + "ordering", defaultValue = "listed")
    private String ordering;

    @Inject
    ImportMojo(MavenBuild build) {
        super("import", build);
    }

    @Override
    String action() {
        return action;
    }

    @Override
    Ordering ordering() throws MojoExecutionException {
        return ParameterText.choice("ordering", ordering, Ordering.class);
    }
}
