package io.github.solutionalm.engine;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the unique name of a package (docs/concepts.md, "Checks in their order"). */
final class NameChecks {

    private static final String HOLDING = SolutionStack.holdingName("");

    private NameChecks() {}

    static void check(SolutionManifest manifest, InstalledSolutions environment) throws RefusalException {
        List<Finding> errors = new ArrayList<>();
        String name = manifest.uniqueName();
        if (List.of("system", "active", "basic").contains(UniqueName.key(name))) {
            errors.add(PlatformCode.SYSTEM_SOLUTION.finding(
                    "The solution " + name + " belongs to the platform and can't be imported."));
        }
        if (UniqueName.same(name, "Default") && manifest.managed()) {
            errors.add(PlatformCode.DEFAULT_SOLUTION_MANAGED.finding(
                    "The default solution can't be managed. Export it as unmanaged, or create your own solution."));
        }
        taken(manifest, environment).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            throw new RefusalException(errors, List.of());
        }
    }

    /** A name that stands for something else here: a staged upgrade, a patch, a solution that is none. */
    private static Optional<Finding> taken(SolutionManifest manifest, InstalledSolutions environment) {
        String name = manifest.uniqueName();
        Optional<InstalledSolution> installed = environment.solution(name);
        Optional<String> held = installed.flatMap(InstalledSolution::holdingFor).or(() -> held(name, environment));
        if (held.isPresent()) {
            return finding(name + " is the name of a staged upgrade of " + held.get()
                    + ", which is installed. Give the solution another unique name.");
        }
        Optional<String> base = installed.flatMap(InstalledSolution::patchOf);
        if (installed.isPresent()
                && !base.map(UniqueName::key).equals(manifest.patchOf().map(UniqueName::key))) {
            return finding("The environment holds " + name + " as " + kind(base) + ", and the package has it as "
                    + kind(manifest.patchOf()) + ". Give one of them another unique name.");
        }
        return Optional.empty();
    }

    /** A staged upgrade needs its own name, which another solution may have. */
    static void checkHolding(String name, InstalledSolutions environment) throws RefusalException {
        Optional<Finding> taken = environment
                .solution(SolutionStack.holdingName(name))
                .filter(other -> other.holdingFor().isEmpty())
                .flatMap(other -> finding("The environment holds a solution with the unique name " + other.uniqueName()
                        + ", which a staged upgrade of " + name
                        + " would need. Use the action 'upgrade' instead (one step), or an environment without"
                        + " that solution."));
        if (taken.isPresent()) {
            throw new RefusalException(taken.get());
        }
    }

    private static Optional<String> held(String name, InstalledSolutions environment) {
        return name.length() > HOLDING.length()
                        && name.regionMatches(true, name.length() - HOLDING.length(), HOLDING, 0, HOLDING.length())
                ? environment
                        .solution(name.substring(0, name.length() - HOLDING.length()))
                        .map(InstalledSolution::uniqueName)
                : Optional.empty();
    }

    private static String kind(Optional<String> base) {
        return base.map(name -> "a patch of " + name).orElse("a solution of its own");
    }

    private static Optional<Finding> finding(String message) {
        return Optional.of(PlatformCode.UNIQUE_NAME_VIOLATION.finding(message));
    }
}
