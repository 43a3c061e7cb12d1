package io.github.solutionalm.mojo;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.operation.Ordering;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Imports solution packages as holding solutions {@code <name>_Upgrade} beside the installed solutions. Deletes nothing: the old
 * and the new version exist side by side, so that data can be migrated before {@code solution:apply-upgrade} applies the
 * upgrade. A solution that is not installed yet is installed. A package's own {@code action} takes precedence over staging.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "stage-upgrade",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        threadSafe = true,
        requiresProject = false)
public final class StageUpgradeMojo extends AbstractImportMojo {

    @Inject
    StageUpgradeMojo(MavenBuild build) {
        super("stage-upgrade", build);
    }

    @Override
    String action() {
        return Action.STAGE.name().toLowerCase(Locale.ROOT);
    }

    @Override
    Ordering ordering() {
        return Ordering.LISTED;
    }
}
