package io.github.solutionalm.mojo;

import javax.inject.Inject;
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
     * beside the installed solution as its holding solution. Unmanaged packages and first installs go without.
     */
    @Parameter(property = PREFIX + "action", defaultValue = "upgrade")
    private String action;

    @Inject
    ImportMojo(MavenBuild build) {
        super("import", build);
    }

    @Override
    String action() {
        return action;
    }
}
