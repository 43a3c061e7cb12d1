package io.github.solutionalm.engine;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.SolutionPackage;
import java.time.Duration;
import java.util.List;

/** Chooses and plans, as an environment does before it carries out. */
final class Planning {

    private Planning() {}

    static ImportPlan plan(SolutionPackage solution, ImportOptions options, EnvironmentView environment)
            throws RefusalException {
        return ImportPlanner.plan(solution, choose(solution, options, environment), options, environment);
    }

    static ImportPlan plan(PackageFixture solution, EnvironmentView environment) throws RefusalException {
        return plan(solution.build(), options().build(), environment);
    }

    static ImportPlan plan(PackageFixture solution, Options options, EnvironmentView environment)
            throws RefusalException {
        return plan(solution.build(), options.build(), environment);
    }

    static OperationChoice choose(SolutionPackage solution, ImportOptions options, EnvironmentView environment)
            throws RefusalException {
        String sha256 = FakeEnvironmentView.sha256(
                solution.manifest().uniqueName(), solution.manifest().version().text());
        return OperationChoice.of(solution.manifest(), sha256, options, environment);
    }

    /** The line of a plan about one component. */
    static ComponentChange change(ImportPlan plan, ComponentKey key) {
        return plan.changes().stream()
                .filter(change -> change.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static RefusalException refusal(PackageFixture solution, Options options, EnvironmentView environment) {
        return catchThrowableOfType(RefusalException.class, () -> plan(solution, options, environment));
    }

    static RefusalException refusal(PackageFixture solution, EnvironmentView environment) {
        return refusal(solution, options(), environment);
    }

    static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    static Options options() {
        return new Options();
    }

    /** The options of an import, to be changed one by one. */
    static final class Options {

        private ImportOptions.Action action = ImportOptions.Action.UPGRADE;
        private boolean overwrite;
        private boolean enable = true;
        private boolean convert;
        private ImportOptions.SameVersion same = ImportOptions.SameVersion.SKIP;
        private ImportOptions.LowerVersion lower = ImportOptions.LowerVersion.FAIL;
        private ImportOptions.MissingDependencies missing = ImportOptions.MissingDependencies.FAIL;

        Options action(ImportOptions.Action value) {
            action = value;
            return this;
        }

        Options overwriteCustomizations() {
            overwrite = true;
            return this;
        }

        Options withoutSteps() {
            enable = false;
            return this;
        }

        Options convertToManaged() {
            convert = true;
            return this;
        }

        Options sameVersion(ImportOptions.SameVersion value) {
            same = value;
            return this;
        }

        Options lowerVersion(ImportOptions.LowerVersion value) {
            lower = value;
            return this;
        }

        Options missingDependencies(ImportOptions.MissingDependencies value) {
            missing = value;
            return this;
        }

        ImportOptions build() {
            return new ImportOptions(
                    action,
                    overwrite,
                    enable,
                    false,
                    convert,
                    same,
                    lower,
                    missing,
                    Duration.ofMinutes(60),
                    Duration.ofMinutes(10));
        }
    }
}
