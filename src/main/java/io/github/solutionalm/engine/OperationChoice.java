package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import java.util.List;

/**
 * Chooses the operation of an import from the manifest and the installed solutions only (docs/concepts.md, "Checks in
 * their order" and "Versions").
 *
 * @param operation what it is; {@link Operation#NONE} when the package is skipped
 * @param outcome how it ends when all goes well
 * @param stack the solution, of a patch the base, as it is installed
 * @param warnings what the user should know
 */
public record OperationChoice(Operation operation, Outcome outcome, SolutionStack stack, List<Finding> warnings) {

    /** Whether there is nothing to import. */
    public boolean isSkip() {
        return operation == Operation.NONE;
    }

    /**
     * Chooses the operation for a package.
     *
     * @param sha256 content of the package, to tell whether an installed solution of the same version came from it
     * @throws RefusalException when the manifest, or what is installed, forbids the import
     */
    public static OperationChoice of(
            SolutionManifest manifest, String sha256, ImportOptions options, InstalledSolutions environment)
            throws RefusalException {
        NameChecks.check(manifest, environment);
        if (manifest.patchOf().isPresent()) {
            return PatchChoice.of(manifest, sha256, options, environment);
        }
        SolutionStack stack = SolutionStack.of(manifest.uniqueName(), environment);
        if (stack.base().isEmpty()) {
            checkMayBeNew(manifest, options);
            return new OperationChoice(Operation.INSTALL, Outcome.INSTALLED, stack, stageWarning(manifest, options));
        }
        InstalledSolution installed = stack.base().get();
        InstalledChecks.check(manifest, stack, options);
        int order = manifest.version().compareTo(installed.version());
        if (order < 0) {
            return lowerVersion(manifest, options, stack, installed);
        }
        if (manifest.managed() && !installed.managed()) {
            return update(stack); // convertToManaged: even of the same version
        }
        return order == 0
                ? sameVersion(manifest, sha256, options, stack, installed)
                : higherVersion(manifest, options, stack, environment);
    }

    private static void checkMayBeNew(SolutionManifest manifest, ImportOptions options) throws RefusalException {
        if (options.gates().requireInstalled()) {
            throw new RefusalException(PlatformCode.IMPORT_ERROR
                    .finding("The solution " + manifest.uniqueName()
                            + " is not in the environment, and requireInstalled is true. Check that this"
                            + " is the right environment. To install the solution for the first time,"
                            + " remove requireInstalled.")
                    .of("requireInstalled"));
        }
    }

    private static OperationChoice update(SolutionStack stack) {
        return new OperationChoice(Operation.UPDATE, Outcome.UPDATED, stack, List.of());
    }

    static OperationChoice skip(Outcome outcome, SolutionStack stack, List<Finding> warnings) {
        return new OperationChoice(Operation.NONE, outcome, stack, warnings);
    }

    private static List<Finding> stageWarning(SolutionManifest manifest, ImportOptions options) {
        return options.action() == Action.STAGE && manifest.managed()
                ? List.of(PlatformCode.LOWER_VERSION_UPGRADE.finding(manifest.uniqueName()
                        + " was to be staged, but there is nothing to upgrade: it was" + " installed."))
                : List.of();
    }

    private static OperationChoice sameVersion(
            SolutionManifest manifest,
            String sha256,
            ImportOptions options,
            SolutionStack stack,
            InstalledSolution installed)
            throws RefusalException {
        return switch (options.sameVersion()) {
            case SKIP -> skip(Outcome.SKIPPED_SAME_VERSION, stack, otherContent(installed, sha256));
            case IMPORT -> update(stack);
            case FAIL ->
                throw new RefusalException(PlatformCode.LOWER_VERSION_UPGRADE.finding(manifest.uniqueName() + " "
                        + installed.version()
                        + " is already installed, and sameVersion is 'fail'. Give the package a higher version."));
        };
    }

    /** Empty for a real environment, which does not keep what its solutions came from. */
    static List<Finding> otherContent(InstalledSolution installed, String sha256) {
        if (installed.sha256().isEmpty() || installed.sha256().equals(sha256)) {
            return List.of();
        }
        return List.of(PlatformCode.IMPORT_ERROR.finding(installed.uniqueName() + " " + installed.version()
                + " is installed from another package, with the SHA-256 " + installed.sha256() + "; this one has "
                + sha256 + ". Give each release its own version, or set sameVersion to 'import'."));
    }

    private static OperationChoice lowerVersion(
            SolutionManifest manifest, ImportOptions options, SolutionStack stack, InstalledSolution installed)
            throws RefusalException {
        return switch (options.lowerVersion()) {
            case SKIP -> skip(Outcome.SKIPPED_LOWER_VERSION, stack, List.of());
            case IMPORT -> update(stack);
            case FAIL ->
                throw new RefusalException(PlatformCode.LOWER_VERSION_UPGRADE.finding("The package has version "
                        + manifest.version() + ", lower than " + installed.version() + " installed of "
                        + manifest.uniqueName()
                        + ". Import a higher version, or set lowerVersion (-Dsolution.lowerVersion=skip|import)."));
        };
    }

    /** The action counts for managed solutions alone. */
    private static OperationChoice higherVersion(
            SolutionManifest manifest, ImportOptions options, SolutionStack stack, InstalledSolutions environment)
            throws RefusalException {
        if (!manifest.managed() || options.action() == Action.UPDATE) {
            return update(stack);
        }
        if (options.action() == Action.INSTALL) {
            throw new RefusalException(PlatformCode.IMPORT_ERROR.finding(manifest.uniqueName() + " "
                    + stack.base().get().version() + " is already in the environment, and action is 'install'. Set"
                    + " action to 'upgrade', 'update' or 'stage'."));
        }
        List<Finding> warnings = higherPatch(manifest, stack);
        if (options.action() == Action.STAGE) {
            NameChecks.checkHolding(manifest.uniqueName(), environment);
            return new OperationChoice(Operation.STAGE_UPGRADE, Outcome.STAGED, stack, warnings);
        }
        return new OperationChoice(Operation.UPGRADE, Outcome.UPGRADED, stack, warnings);
    }

    /** An upgrade rolls up patches whatever their version: one that is higher than the package would be undone unseen. */
    private static List<Finding> higherPatch(SolutionManifest manifest, SolutionStack stack) {
        return stack.patches().stream()
                .filter(patch -> patch.version().isHigherThan(manifest.version()))
                .map(patch -> PlatformCode.PATCH_OVERTAKEN.finding("The upgrade to " + manifest.version()
                        + " removes the patch " + patch.uniqueName() + " " + patch.version()
                        + ", which has a higher version. Make sure that the package contains the changes of the"
                        + " patch."))
                .toList();
    }
}
