package io.github.solutionalm.embedded;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.EnvironmentView;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.store.StoreTransaction;

/** An operation that can be planned: what it is has been decided, and its package is read. */
interface Prepared {

    /** The environment as the operation finds it; of an import together with what arrives. */
    EnvironmentView environment();

    /**
     * Plans the operation, as a pure function of what was prepared and of the environment.
     *
     * @throws RefusalException when a check refuses it
     */
    ImportPlan plan(EnvironmentView environment) throws RefusalException;

    /** Carries out the plan that {@link #plan} made, in the transaction in which it was made. */
    void carryOut(StoreTransaction tx, ImportPlan plan);
}
