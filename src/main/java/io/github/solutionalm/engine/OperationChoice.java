package io.github.solutionalm.engine;

import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SolutionManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which operation an import is, from the manifest and what is installed alone (engine.md, "Check first", steps 2 to 4).
 *
 * @param operation what it is; {@link Operation#NONE} when the package is skipped
 * @param outcome how it ends when all goes well
 * @param installed the solution as it is installed
 * @param warnings what the user should know
 */
public record OperationChoice(
        Operation operation, Outcome outcome, Optional<InstalledSolution> installed, List<Finding> warnings) {

    /** Whether there is nothing to import. */
    public boolean isSkip() {
        return operation == Operation.NONE;
    }

    /**
     * Chooses.
     *
     * @param sha256 content of the package, to tell whether an installed solution of the same version came from it
     * @throws RefusalException when the manifest, or what is installed, forbids the import
     */
    public static OperationChoice of(
            SolutionManifest manifest, String sha256, ImportOptions options, EnvironmentView environment)
            throws RefusalException {
        refuseRestrictedName(manifest);
        Optional<InstalledSolution> installed = environment.solution(manifest.uniqueName());
        if (manifest.patchOf().isPresent()) {
            refusePatch(manifest, environment);
        }
        if (installed.isEmpty()) {
            return new OperationChoice(
                    Operation.INSTALL, Outcome.INSTALLED, installed, stageWarning(manifest, options));
        }
        refuseByInstalled(manifest, installed.get(), options, environment);
        int order = manifest.version().compareTo(installed.get().version());
        if (order < 0) {
            return lowerVersion(manifest, options, installed.get());
        }
        if (manifest.managed() && !installed.get().managed()) {
            return update(installed.get()); // convertToManaged: even of the same version
        }
        return order == 0
                ? sameVersion(manifest, sha256, options, installed.get())
                : higherVersion(manifest, installed.get());
    }

    private static OperationChoice update(InstalledSolution installed) {
        return new OperationChoice(Operation.UPDATE, Outcome.UPDATED, Optional.of(installed), List.of());
    }

    private static void refuseRestrictedName(SolutionManifest manifest) throws RefusalException {
        String name = manifest.uniqueName();
        if (List.of("system", "active", "basic").contains(name.toLowerCase(Locale.ROOT))) {
            throw new RefusalException(PlatformCode.SYSTEM_SOLUTION.finding(
                    "The solution " + name + " belongs to the platform and can't be imported."));
        }
        if (name.equalsIgnoreCase("Default") && manifest.managed()) {
            throw new RefusalException(PlatformCode.DEFAULT_SOLUTION_MANAGED.finding(
                    "The default solution can't be managed. Export it as unmanaged, or make a solution of your own."));
        }
    }

    private static void refusePatch(SolutionManifest manifest, EnvironmentView environment) throws RefusalException {
        String base = manifest.patchOf().orElseThrow();
        String patch = manifest.uniqueName() + " " + manifest.version();
        if (environment.solution(base).isEmpty()) {
            throw new RefusalException(PlatformCode.PATCH_MISSING_BASE.finding("The package is a patch (" + patch
                    + ") of the solution " + base + ", which is not installed. Import " + base + " first."));
        }
        throw new RefusalException(PlatformCode.IMPORT_ERROR.finding("The package is a patch (" + patch
                + ") of the solution " + base + ". This version of the plugin does not import patches into an embedded "
                + "environment. Import the next full version of " + base + " into a new environment instead."));
    }

    private static List<Finding> stageWarning(SolutionManifest manifest, ImportOptions options) {
        return options.action() == Action.STAGE && manifest.managed()
                ? List.of(PlatformCode.LOWER_VERSION_UPGRADE.finding(
                        manifest.uniqueName() + " was to be staged for upgrade: nothing to upgrade, installed."))
                : List.of();
    }

    private static void refuseByInstalled(
            SolutionManifest manifest, InstalledSolution installed, ImportOptions options, EnvironmentView environment)
            throws RefusalException {
        List<Finding> errors = new ArrayList<>();
        String name = manifest.uniqueName();
        if (!manifest.publisher().uniqueName().equalsIgnoreCase(installed.publisher())) {
            errors.add(
                    PlatformCode.WRONG_PUBLISHER.finding(
                            "The solution " + name + " is installed from publisher "
                                    + installed.publisher() + "; the package is from publisher "
                                    + manifest.publisher().uniqueName()
                                    + ". A solution's publisher can't change: take the package of the same publisher, or give the solution another unique name."));
        }
        if (manifest.managed() && !installed.managed() && !options.convertToManaged()) {
            errors.add(PlatformCode.MANAGED_TO_UNMANAGED.finding("The solution " + name
                    + " is installed as unmanaged and the package is managed. Set convertToManaged"
                    + " (-Dsolution.convertToManaged=true) to make it managed, or import the unmanaged package."));
        }
        if (!manifest.managed() && installed.managed()) {
            errors.add(
                    PlatformCode.UNMANAGED_TO_MANAGED.finding(
                            "The solution " + name
                                    + " is installed as managed and the package is unmanaged. Import the managed package, or use another environment."));
        }
        for (InstalledSolution other : environment.solutions()) {
            if (other.holdingFor().filter(name::equalsIgnoreCase).isPresent()) {
                errors.add(PlatformCode.CLONE_SOLUTION.finding("The holding solution " + other.uniqueName() + " "
                        + other.version() + " is left over from a staged upgrade. Apply the upgrade first."));
            }
        }
        if (!errors.isEmpty()) {
            throw new RefusalException(errors, List.of());
        }
    }

    private static OperationChoice sameVersion(
            SolutionManifest manifest, String sha256, ImportOptions options, InstalledSolution installed)
            throws RefusalException {
        List<Finding> warnings = installed.sha256().equals(sha256)
                ? List.of()
                : List.of(PlatformCode.IMPORT_ERROR.finding(manifest.uniqueName() + " " + installed.version()
                        + " is installed from another package, with the SHA-256 " + installed.sha256()
                        + "; this one has " + sha256
                        + ". Give each release a version of its own, or set sameVersion to 'import'."));
        return switch (options.sameVersion()) {
            case SKIP ->
                new OperationChoice(Operation.NONE, Outcome.SKIPPED_SAME_VERSION, Optional.of(installed), warnings);
            case IMPORT -> update(installed);
            case FAIL ->
                throw new RefusalException(PlatformCode.LOWER_VERSION_UPGRADE.finding(manifest.uniqueName() + " "
                        + installed.version()
                        + " is installed already, and sameVersion is 'fail'. Give the package a higher version."));
        };
    }

    private static OperationChoice lowerVersion(
            SolutionManifest manifest, ImportOptions options, InstalledSolution installed) throws RefusalException {
        return switch (options.lowerVersion()) {
            case SKIP ->
                new OperationChoice(Operation.NONE, Outcome.SKIPPED_LOWER_VERSION, Optional.of(installed), List.of());
            case IMPORT -> update(installed);
            case FAIL ->
                throw new RefusalException(PlatformCode.LOWER_VERSION_UPGRADE.finding("The package has version "
                        + manifest.version() + ", lower than " + installed.version() + " that is installed of "
                        + manifest.uniqueName()
                        + ". Import a higher version, or set lowerVersion (-Dsolution.lowerVersion=skip|import)."));
        };
    }

    private static OperationChoice higherVersion(SolutionManifest manifest, InstalledSolution installed)
            throws RefusalException {
        if (manifest.managed()) {
            throw new RefusalException(
                    PlatformCode.IMPORT_ERROR.finding(manifest.uniqueName() + " is installed in version "
                            + installed.version() + " and the package has " + manifest.version()
                            + ". This version of the plugin can't update or upgrade a managed solution in an embedded environment: "
                            + "import into a new environment, for instance with another file in <environment><url>."));
        }
        return update(installed);
    }
}
