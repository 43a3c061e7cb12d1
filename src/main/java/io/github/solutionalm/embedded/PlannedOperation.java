package io.github.solutionalm.embedded;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.store.StoreTransaction;
import java.util.Optional;

/** An operation in two steps: say what it does, then do just that. */
interface PlannedOperation {

    /**
     * Makes the plan. Writes nothing but a package's contents into the sink.
     *
     * @return empty when there is nothing to do
     * @throws SolutionException when the operation is refused, or the package can't be read
     */
    Optional<ImportPlan> plan(StoreTransaction tx, ContentSink contents) throws SolutionException;

    /** Carries out the plan that {@link #plan} gave, in the transaction in which it was made. */
    void carryOut(StoreTransaction tx, ImportPlan plan);
}
