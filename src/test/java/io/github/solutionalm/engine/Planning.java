package io.github.solutionalm.engine;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionPackage;
import java.util.List;

/** Chooses and plans, as an environment does before it carries out. */
final class Planning {

    private Planning() {}

    static ImportPlan plan(SolutionPackage solution, ImportOptions options, EnvironmentView environment)
            throws RefusalException {
        return ImportPlanner.plan(solution, choose(solution, options, environment), options, environment);
    }

    static ImportPlan plan(PackageFixture solution, EnvironmentView environment) throws RefusalException {
        return plan(solution.build(), ImportOptionsBuilder.options().build(), environment);
    }

    static ImportPlan plan(PackageFixture solution, ImportOptionsBuilder options, EnvironmentView environment)
            throws RefusalException {
        return plan(solution.build(), options.build(), environment);
    }

    static OperationChoice choose(SolutionPackage solution, ImportOptions options, EnvironmentView environment)
            throws RefusalException {
        String sha256 = FakeEnvironmentView.sha256(
                solution.manifest().uniqueName(), solution.manifest().version().text());
        return OperationChoice.of(solution.manifest(), sha256, options, environment);
    }

    /** The plan of applying what is staged of a solution. */
    static ImportPlan applying(String solution, EnvironmentView environment) {
        return StagedUpgrade.apply(SolutionStack.of(solution, environment), environment);
    }

    /** The line of a plan about one component. */
    static ComponentChange change(ImportPlan plan, ComponentKey key) {
        return plan.changes().stream()
                .filter(change -> change.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static RefusalException refusal(
            PackageFixture solution, ImportOptionsBuilder options, EnvironmentView environment) {
        return catchThrowableOfType(RefusalException.class, () -> plan(solution, options, environment));
    }

    static RefusalException refusal(PackageFixture solution, EnvironmentView environment) {
        return refusal(solution, ImportOptionsBuilder.options(), environment);
    }

    static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
