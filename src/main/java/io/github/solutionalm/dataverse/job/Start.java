package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.Started;
import io.github.solutionalm.dataverse.http.WebApiCall;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How to start an operation and how to find it again.
 *
 * @param call makes the call that starts it, with the id of the import job; without an id the environment chooses one
 * @param importJob whether it leaves an import job of that id
 * @param effect whether it took effect already, for operations that leave no import job
 */
public record Start(Function<Optional<UUID>, WebApiCall<Started>> call, boolean importJob, Effect effect) {

    /** A look whether something took effect. */
    @FunctionalInterface
    public interface Effect {
        boolean isThere() throws SolutionException;
    }

    public static Start ofImport(Function<Optional<UUID>, WebApiCall<Started>> call) {
        return new Start(call, true, () -> false);
    }
}
