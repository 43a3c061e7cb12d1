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
 * Imports solution packages into an environment: installs a new solution, or upgrades or updates the installed one
 * ({@code action}). Prints what each package changes, writes the import log and the result to {@code outputDirectory}, and
 * attaches both to the project, even if the import fails. A refused import leaves the environment unchanged.
 *
 * @since 0.1.0
 */
@Mojo(name = "import", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true, requiresProject = false)
public final class ImportMojo extends AbstractImportMojo {

    /**
     * What to do with a managed solution that is already installed: {@code upgrade} replaces it and its patches, and
     * deletes what is no longer in the package; {@code update} deletes nothing; {@code stage} imports the package
     * beside it as its holding solution; {@code install} refuses the package, unless the same version is installed.
     * Has no effect on unmanaged packages and first installs.
     */
    @Parameter(property = PREFIX + "action", defaultValue = "upgrade")
    private String action;

    /**
     * Order of several packages: {@code listed} imports one after the other; {@code staged} stages all upgrades in the
     * listed order and then applies them in reverse, so that no deletion fails because of the old version of another
     * package. Packages that are not upgraded are imported in the first phase. {@code dependencies} imports one after the other,
     * each after those that it needs according to its manifest, and prints what is not in the listed order. Dependencies of the
     * project are always sorted so, before they are imported or staged.
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
