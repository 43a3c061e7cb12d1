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
 * @param call makes the call that starts it, for the import job of this id; without one the environment chooses it
 * @param importJob whether it leaves an import job of that id
 * @param effect whether it took effect already, for what leaves no job
 */
public record Start(Function<Optional<UUID>, WebApiCall<Started>> call, boolean importJob, Effect effect) {

    /** Looks whether something took effect. */
    @FunctionalInterface
    public interface Effect {
        boolean isThere() throws SolutionException;
    }

    public static Start ofImport(Function<Optional<UUID>, WebApiCall<Started>> call) {
        return new Start(call, true, () -> false);
    }
}
