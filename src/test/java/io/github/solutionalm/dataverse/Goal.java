package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.SolutionException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One goal of a build. */
@FunctionalInterface
interface Goal {

    Duration TIMEOUT = Duration.ofMinutes(30);
    Duration LOCK_TIMEOUT = Duration.ofMinutes(5);

    /**
     * Carries it out.
     *
     * @param packages folder of the packages
     * @return no result of a goal that has none, and then it succeeded
     */
    Optional<ImportResult> carryOut(DataverseEnvironment environment, Path packages) throws SolutionException;

    private static ImportOptionsBuilder patience() {
        return options().timeout(TIMEOUT).lockTimeout(LOCK_TIMEOUT);
    }

    static Goal imports(Action action) {
        return importing("ContosoOrders_2_0_0_0_managed", patience().action(action));
    }

    static Goal discardsAndImports() {
        return importing("ContosoOrders_2_0_0_0_managed", patience().leftoverUpgrade(LeftoverUpgrade.DISCARD));
    }

    static Goal importsAndPublishes() {
        return importing("ContosoTweaks_1_0_0_0", patience().publish());
    }

    private static Goal importing(String name, ImportOptionsBuilder builder) {
        ImportOptions options = builder.build();
        return (environment, packages) -> Optional.of(environment.importSolution(
                Contoso.importing(packages.resolve(name + ".zip"), options), ImportListener.NONE));
    }

    static Goal applies() {
        ApplyRequest request =
                new ApplyRequest("apply-upgrade", "ContosoOrders", patience().build());
        return (environment, packages) -> Optional.of(environment.applyUpgrade(request, ImportListener.NONE));
    }

    static Goal publishes() {
        return (environment, packages) -> {
            environment.publish(new PublishRequest(LOCK_TIMEOUT), ImportListener.NONE);
            return Optional.empty();
        };
    }
}
