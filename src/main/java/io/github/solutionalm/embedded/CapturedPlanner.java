package io.github.solutionalm.embedded;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SnapshotPlanner;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Plans on a snapshot in an embedded environment that is thrown away afterwards. */
public final class CapturedPlanner implements SnapshotPlanner {

    private final EnvironmentId id;
    private final EmbeddedSettings settings;
    private final Clock clock;
    private final InstalledPackages installed;
    private final PackageOpener packages;

    /**
     * A planner for one environment.
     *
     * @param id the environment that was captured, by which the results name it
     * @param settings what is configured about it
     * @param clock tells when an operation began
     * @param installedPackages the packages that installed solutions came from, of any number of them: what they say is known
     *     then, and the plan is in less doubt
     * @param packages opens the packages
     */
    public CapturedPlanner(
            EnvironmentId id,
            EmbeddedSettings settings,
            Clock clock,
            List<Path> installedPackages,
            PackageOpener packages) {
        this.id = id;
        this.settings = settings;
        this.clock = clock;
        this.installed = new InstalledPackages(installedPackages, packages);
        this.packages = packages;
    }

    /**
     * Plans as {@link EmbeddedEnvironment#plan} does.
     *
     * @throws SolutionException also when an installed package cannot be read, or is of another version than the one that is
     *     installed
     */
    @Override
    public List<PlanResult> plan(EnvironmentSnapshot snapshot, List<OperationRequest> sequence, ImportListener listener)
            throws SolutionException {
        try (EnvironmentStore store = EnvironmentStore.temporary(clock)) {
            store.change(tx -> {
                SnapshotWriter.write(snapshot, tx);
                installed.learn(tx);
            });
            return EmbeddedEnvironment.of(id, store, settings, clock, packages).plan(sequence, listener);
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }
}
