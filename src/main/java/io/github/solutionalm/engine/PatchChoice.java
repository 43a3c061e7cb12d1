package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import java.util.List;
import java.util.Optional;

/** Whether a patch can be imported (docs/concepts.md, "Patches"). */
final class PatchChoice {

    private final SolutionManifest manifest;
    private final String sha256;
    private final SolutionStack stack;
    private final InstalledSolution base;
    private final ImportOptions options;

    private PatchChoice(
            SolutionManifest manifest,
            String sha256,
            SolutionStack stack,
            InstalledSolution base,
            ImportOptions options) {
        this.manifest = manifest;
        this.sha256 = sha256;
        this.stack = stack;
        this.base = base;
        this.options = options;
    }

    static OperationChoice of(
            SolutionManifest manifest, String sha256, ImportOptions options, InstalledSolutions environment)
            throws RefusalException {
        String baseName = manifest.patchOf().orElseThrow();
        SolutionStack stack = SolutionStack.of(baseName, environment);
        InstalledSolution base = stack.base()
                .orElseThrow(() -> new RefusalException(PlatformCode.PATCH_MISSING_BASE.finding(
                        "The package is a patch (" + manifest.uniqueName() + " " + manifest.version()
                                + ") of the solution " + baseName + ", which is not installed. Import " + baseName
                                + " first.")));
        if (base.patchOf().isPresent() || base.holdingFor().isPresent()) {
            throw new RefusalException(
                    PlatformCode.CLONE_SOLUTION.finding("The package is a patch of " + baseName + ", which is itself "
                            + (base.patchOf().isPresent() ? "a patch" : "a staged upgrade")
                            + ": only a base solution can have patches. Make the patch from the base solution."));
        }
        return new PatchChoice(manifest, sha256, stack, base, options).choose();
    }

    private OperationChoice choose() throws RefusalException {
        Optional<InstalledSolution> same = stack.patches().stream()
                .filter(patch -> UniqueName.same(patch.uniqueName(), manifest.uniqueName()))
                .findFirst();
        boolean installed = same.map(InstalledSolution::version)
                .filter(manifest.version()::equals)
                .isPresent();
        if (installed && options.sameVersion() == SameVersion.SKIP) {
            return OperationChoice.skip(
                    Outcome.SKIPPED_SAME_VERSION, stack, OperationChoice.otherContent(same.get(), sha256));
        }
        if (!installed && isLower() && options.lowerVersion() == LowerVersion.SKIP) {
            return OperationChoice.skip(Outcome.SKIPPED_LOWER_VERSION, stack, List.of());
        }
        InstalledChecks.check(manifest, stack, options);
        Optional<Finding> error = same.map(patch -> exists(patch, installed)).or(this::wrongVersion);
        if (error.isPresent()) {
            throw new RefusalException(error.get());
        }
        return new OperationChoice(Operation.PATCH, Outcome.PATCHED, stack, List.of());
    }

    /** Whether the patch is lower than what is installed: its base or another patch has a higher version. */
    private boolean isLower() {
        return base.version().isHigherThan(manifest.version())
                || stack.patches().stream().anyMatch(patch -> patch.version().isHigherThan(manifest.version()));
    }

    private Finding exists(InstalledSolution patch, boolean sameVersion) {
        return PlatformCode.PATCH_EXISTS.finding("The patch " + patch.uniqueName() + " " + patch.version()
                + " of " + base.uniqueName() + " is already installed"
                + (sameVersion ? "" : "; the package has " + manifest.version())
                + ". A patch can't be imported again: "
                + (sameVersion
                        ? "keep sameVersion=skip, or make a patch with a higher version."
                        : "give each patch its own unique name."));
    }

    private Optional<Finding> wrongVersion() {
        SolutionVersion version = manifest.version();
        if (!version.sameMajorMinor(base.version()) || !version.isHigherThan(base.version())) {
            return Optional.of(PlatformCode.CLONE_SOLUTION.finding("The patch " + manifest.uniqueName()
                    + " has version "
                    + version + ", which is not valid for a patch of " + base.uniqueName() + " " + base.version()
                    + ": major and minor must be equal, and build or revision higher."
                    + (base.version().isHigherThan(version)
                            ? " The base has been upgraded since; set lowerVersion to 'skip' to skip such patches."
                            : " Import the matching version of " + base.uniqueName() + " that it was made for.")));
        }
        return stack.patches().stream()
                .filter(patch -> !version.isHigherThan(patch.version()))
                .reduce((below, above) -> above)
                .map(patch -> PlatformCode.PATCH_OVERTAKEN.finding("The patch " + manifest.uniqueName() + " "
                        + version + " is not higher than the patch " + patch.uniqueName() + " " + patch.version()
                        + " of " + base.uniqueName()
                        + " that is installed. Give it a higher version, or set lowerVersion to 'skip'."));
    }
}
