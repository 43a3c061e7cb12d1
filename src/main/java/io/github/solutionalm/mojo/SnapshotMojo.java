package io.github.solutionalm.mojo;

import io.github.solutionalm.CaptureOptions.Scope;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.SnapshotFile;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.console.CaptureProgress;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.console.SnapshotPrintout;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.report.EnvironmentReport;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Captures what plans have to know of a Dataverse environment into a file that every goal takes as an embedded environment:
 * its solutions, what they list, layers, dependencies and numbers of rows. It holds no contents, values, connections, rows or
 * secrets of the environment. Changes nothing there. With packages, the snapshot has what their upgrades touch; without, the
 * solutions and what they list, unless {@code snapshotScope} says more. An embedded environment fails the build: its file is a
 * snapshot already.
 *
 * @since 0.2.0
 */
@Mojo(name = "snapshot", threadSafe = true, requiresProject = false)
public final class SnapshotMojo extends AbstractPackagesMojo {

    /**
     * The file to write, usually with the extension .db; a relative path starts at the project's base directory. It replaces
     * an earlier snapshot, as a whole or not at all; an environment that is no snapshot is not replaced. Default:
     * {@code snapshots/<environment>.db} in {@code outputDirectory}.
     */
    @Parameter(property = PREFIX + "snapshotFile")
    private File snapshotFile;

    /**
     * Of which solutions to capture layers, dependencies and data: {@code solutions}, of those that the packages touch;
     * {@code all}, of every managed solution, which takes many requests. Of all others the snapshot has what they list.
     */
    @Parameter(property = PREFIX + "snapshotScope", defaultValue = "solutions")
    private String snapshotScope;

    @Inject
    SnapshotMojo(MavenBuild build) {
        super("snapshot", build);
    }

    @Override
    Scope captureScope() throws MojoExecutionException {
        return ParameterText.choice("snapshotScope", snapshotScope, Scope.class);
    }

    @Override
    void run() throws SolutionException, MojoExecutionException, MojoFailureException {
        try (OpenPackages packages = openPackages()) {
            run(packages);
        }
    }

    private void run(OpenPackages packages) throws SolutionException, MojoExecutionException, MojoFailureException {
        List<OperationRequest> sequence = sequence(packages);
        Printout out = printout();
        Target target = target(packages);
        if (!target.isDataverse()) {
            throw new MojoExecutionException("Tried to capture " + target.id().url()
                    + " but failed because: it is an embedded environment, whose file is a snapshot already. Copy the file, or"
                    + " choose a Dataverse environment with <environment> or -Dsolution.environment.");
        }
        Path file = snapshotFile == null
                ? EnvironmentReport.snapshot(target.id(), outputDirectory())
                : build().baseDirectory().resolve(snapshotFile.toPath());
        target.announce(out);
        try (SolutionEnvironment environment = target.read(out)) {
            ProgressLine progress = ProgressLine.of(build(), out);
            EnvironmentSnapshot snapshot = environment.capture(sequence, new CaptureProgress(progress));
            progress.end();
            SnapshotFile.write(snapshot, installedPackages(), packages, file, build().clock());
            new SnapshotPrintout(out).print(snapshot, file);
        }
    }

    private List<OperationRequest> sequence(OpenPackages packages)
            throws SolutionException, MojoExecutionException, MojoFailureException {
        List<OperationRequest> sequence = new ArrayList<>();
        if (hasPackages()) {
            for (PackageSelection.Selected selected : selected(List.of())) {
                refuseUnreadable(selected, packages);
                sequence.add(new ImportRequest(goal(), selected.file(), selected.sha256(), lookingAtMost(timeout()))
                        .of(selected.artifact()));
            }
        }
        return sequence;
    }

    /** A snapshot without what this package touches would be taken for one that has it. */
    private static void refuseUnreadable(PackageSelection.Selected selected, OpenPackages packages)
            throws SolutionException, MojoFailureException {
        try {
            packages.head(selected.file(), selected.sha256());
        } catch (RefusalException e) {
            throw new MojoFailureException(
                    "Tried to capture what " + selected.file().getFileName() + " touches but failed because: "
                            + e.getMessage(),
                    e);
        }
    }

    /** An upgrade touches the most, and is not refused before that is seen. */
    private static ImportOptions lookingAtMost(Duration timeout) {
        return new ImportOptions(
                ImportOptions.Action.UPGRADE,
                false,
                true,
                true,
                false,
                false,
                true,
                ImportOptions.SameVersion.IMPORT,
                ImportOptions.LowerVersion.IMPORT,
                ImportOptions.MissingDependencies.WARN,
                ImportOptions.LeftoverUpgrade.FAIL,
                ImportOptions.ActiveBase.WARN,
                ImportOptions.ActiveRules.DEACTIVATE,
                PlanGates.NONE,
                timeout,
                Duration.ZERO);
    }
}
