package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import java.util.Optional;

/**
 * What becomes of a holding solution that an earlier upgrade left behind, before its base or a patch of it is imported.
 *
 * @param stack the base as it is installed
 * @param holding the staged upgrade that was left over
 * @param apply whether it is applied; otherwise it is discarded
 */
public record LeftoverChoice(SolutionStack stack, InstalledSolution holding, boolean apply) {

    /** Chooses; nothing when none is left over, or when it is left to the checks of the import. */
    public static Optional<LeftoverChoice> of(
            SolutionManifest manifest, ImportOptions options, InstalledSolutions environment) {
        SolutionStack stack = SolutionStack.of(manifest.patchOf().orElse(manifest.uniqueName()), environment);
        return options.leftoverUpgrade() == LeftoverUpgrade.FAIL
                ? Optional.empty()
                : stack.holding()
                        .map(holding ->
                                new LeftoverChoice(stack, holding, options.leftoverUpgrade() == LeftoverUpgrade.APPLY));
    }

    /** What is told of it afterwards, where it is not known what went with it. */
    public Finding warning() {
        return PlatformCode.CLONE_SOLUTION.finding(settled() + ".");
    }

    /**
     * What is told of it afterwards.
     *
     * @param deleted how many components went with it
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
