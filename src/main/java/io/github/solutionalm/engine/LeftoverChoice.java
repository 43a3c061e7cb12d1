package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import java.util.Optional;

/**
 * The decision to apply or discard a holding solution that an earlier upgrade left behind, before its base or a patch of it is
 * imported.
 *
 * @param stack the base as it is installed
 * @param holding the staged upgrade that was left over
 * @param apply whether it is applied; otherwise it is discarded
 */
public record LeftoverChoice(SolutionStack stack, InstalledSolution holding, boolean apply) {

    /** Decides as the options say; empty when no staged upgrade is left over, or when the checks of the import refuse it. */
    public static Optional<LeftoverChoice> of(
            SolutionManifest manifest, ImportOptions options, InstalledSolutions environment) {
        SolutionStack stack = SolutionStack.of(manifest.patchOf().orElse(manifest.uniqueName()), environment);
        return options.leftoverUpgrade() == LeftoverUpgrade.FAIL
                ? Optional.empty()
                : stack.holding()
                        .map(holding ->
                                new LeftoverChoice(stack, holding, options.leftoverUpgrade() == LeftoverUpgrade.APPLY));
    }

    /** The warning afterwards, when it is unknown how many components were deleted. */
    public Finding warning() {
        return PlatformCode.CLONE_SOLUTION.finding(settled() + ".");
    }

    /**
     * The warning afterwards.
     *
     * @param deleted how many components were deleted
     */
    public Finding warning(int deleted) {
        return PlatformCode.CLONE_SOLUTION.finding(
                settled() + ", which deleted " + (deleted == 1 ? "1 component." : deleted + " components."));
    }

    private String settled() {
        return "The staged upgrade " + holding.uniqueName() + " " + holding.version() + " was left over. It was "
                + (apply ? "applied" : "discarded") + " first, as leftoverUpgrade says";
    }
}
