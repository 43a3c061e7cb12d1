package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.List;

/** Checks a package against the installed solution (docs/concepts.md, "Checks in their order"). */
final class InstalledChecks {

    private InstalledChecks() {}

    /** Checks publisher, mode and staged upgrade; {@code stack} has a base. */
    static void check(SolutionManifest manifest, SolutionStack stack, ImportOptions options) throws RefusalException {
        List<Finding> errors = new ArrayList<>();
        InstalledSolution installed = stack.base().orElseThrow();
        String name = installed.uniqueName();
        if (!UniqueName.same(manifest.publisher().uniqueName(), installed.publisher())) {
            errors.add(PlatformCode.WRONG_PUBLISHER.finding("The solution " + name + " is installed by publisher "
                    + installed.publisher() + "; the package is by publisher "
                    + manifest.publisher().uniqueName()
                    + ". A solution's publisher can't change: use a package of that publisher,"
                    + " or give the solution another unique name."));
        }
        boolean patch = manifest.patchOf().isPresent();
        if (manifest.managed() && !installed.managed() && (patch || !options.convertToManaged())) {
            errors.add(PlatformCode.MANAGED_TO_UNMANAGED.finding("The solution " + name
                    + " is installed as unmanaged and the package is managed. "
                    + (patch
                            ? "Import the unmanaged patch."
                            : "Set convertToManaged (-Dsolution.convertToManaged=true) to make it managed, or import"
                                    + " the unmanaged package.")));
        }
        if (!manifest.managed() && installed.managed()) {
            errors.add(
                    PlatformCode.UNMANAGED_TO_MANAGED.finding(
                            "The solution " + name
                                    + " is installed as managed and the package is unmanaged. Import the managed package, or use another environment."));
        }
        stack.holding().ifPresent(holding -> errors.add(leftover(holding, name)));
        if (!errors.isEmpty()) {
            throw new RefusalException(errors, List.of());
        }
    }

    private static Finding leftover(InstalledSolution holding, String base) {
        return PlatformCode.CLONE_SOLUTION.finding("The holding solution " + holding.uniqueName() + " "
                + holding.version() + " is left over from a staged upgrade of " + base
                + ": nothing else can be imported over it. If the data is migrated, apply that upgrade with"
                + " solution:apply-upgrade; to stage again, set leftoverUpgrade to 'discard', or to 'apply' to"
                + " apply it first (-Dsolution.leftoverUpgrade=discard|apply).");
    }
}
