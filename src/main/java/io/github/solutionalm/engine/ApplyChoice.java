package io.github.solutionalm.engine;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import java.util.List;
import java.util.Optional;

/**
 * Decides from the installed solutions only whether a staged upgrade can be applied (docs/concepts.md, "Stage and
 * apply").
 *
 * @param operation {@link Operation#NONE} when there is nothing to apply
 * @param outcome how it ends when all goes well
 * @param stack the solution as it is installed
 * @param warnings what the user should know
 */
public record ApplyChoice(Operation operation, Outcome outcome, SolutionStack stack, List<Finding> warnings) {

    /**
     * Decides whether the staged upgrade that the request names can be applied.
     *
     * @throws RefusalException when nothing is staged, or something else than the request expects
     */
    public static ApplyChoice of(ApplyRequest request, InstalledSolutions environment) throws RefusalException {
        SolutionStack stack = SolutionStack.of(request.solution(), environment);
        if (stack.holding().isEmpty()) {
            if (!isInstalledAsExpected(request, stack)) {
                throw new RefusalException(nothingStaged(stack, environment));
            }
            return new ApplyChoice(Operation.NONE, Outcome.NOTHING_TO_APPLY, stack, List.of());
        }
        compare(request, stack, stack.holding().get());
        return new ApplyChoice(Operation.APPLY_UPGRADE, Outcome.APPLIED, stack, List.of());
    }

    /** Whether there is nothing to apply. */
    public boolean isSkip() {
        return operation == Operation.NONE;
    }

    /**
     * Whether the upgrade may have been applied before. Without a package any version may be meant. A name is a certain
     * mistake only if no upgrade of it can be staged: that of a patch or a holding solution.
     */
    private static boolean isInstalledAsExpected(ApplyRequest request, SolutionStack stack) {
        Optional<SolutionVersion> expected =
                request.expectedPackage().map(e -> e.manifest().version());
        return stack.base()
                .filter(base -> expected.map(base.version()::equals)
                        .orElse(base.patchOf().isEmpty() && base.holdingFor().isEmpty()))
                .isPresent();
    }

    /** What is staged must be the package that is meant, if one is. */
    private static void compare(ApplyRequest request, SolutionStack stack, InstalledSolution holding)
            throws RefusalException {
        Optional<SolutionManifest> expected = request.expectedPackage().map(ApplyRequest.Expected::manifest);
        if (expected.filter(manifest -> !manifest.version().equals(holding.version()))
                .isPresent()) {
            throw new RefusalException(
                    PlatformCode.UPGRADE_NOT_AVAILABLE.finding("Version " + holding.version() + " of "
                            + stack.uniqueName() + " is staged, but the package has "
                            + expected.get().version() + ". Apply the staged upgrade by name (-Dsolution.name="
                            + stack.uniqueName() + "), or discard it and stage the package"
                            + " (leftoverUpgrade=discard)."));
        }
        Optional<String> sha256 =
                request.expectedPackage().map(ApplyRequest.Expected::file).map(PackageFile::sha256);
        if (sha256.filter(hash -> !holding.sha256().isEmpty() && !hash.equals(holding.sha256()))
                .isPresent()) {
            throw new RefusalException(PlatformCode.UPGRADE_NOT_AVAILABLE.finding(holding.uniqueName() + " "
                    + holding.version() + " was staged from another package, with the SHA-256 " + holding.sha256()
                    + "; this one has " + sha256.get() + ". Give each release its own version and stage this"
                    + " one; or apply the staged upgrade by name (-Dsolution.name=" + stack.uniqueName() + ")."));
        }
    }

    private static Finding nothingStaged(SolutionStack stack, InstalledSolutions environment) {
        List<String> staged = environment.solutions().stream()
                .filter(solution -> solution.holdingFor().isPresent())
                .map(solution -> solution.holdingFor().get() + " " + solution.version())
                .toList();
        String others = staged.isEmpty()
                ? " Nothing is staged in this environment: stage the package with solution:stage-upgrade first."
                : " Staged are: " + String.join(", ", staged) + ".";
        if (stack.base().isEmpty()) {
            return PlatformCode.UPGRADE_NOT_AVAILABLE.finding("The solution " + stack.uniqueName()
                    + " is not installed, so it has no upgrade to apply." + others);
        }
        InstalledSolution base = stack.base().get();
        if (base.holdingFor().isPresent()) {
            return PlatformCode.WRONG_SOLUTION_SELECTED.finding(
                    base.uniqueName() + " is the staged upgrade itself. Give" + " the solution that it replaces, "
                            + base.holdingFor().get() + ".");
        }
        return PlatformCode.UPGRADE_NOT_AVAILABLE.finding("The solution " + base.uniqueName() + " " + base.version()
                + " has no staged upgrade to apply." + others);
    }
}
