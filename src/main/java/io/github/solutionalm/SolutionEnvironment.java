package io.github.solutionalm;

import java.io.IOException;
import java.util.List;

/**
 * A target environment: something that solutions are imported into. One operation at a time runs in an environment,
 * whoever started it.
 */
public interface SolutionEnvironment extends AutoCloseable {

    /** Which environment this is, for messages and files. */
    EnvironmentId id();

    /**
     * Imports one package: installs it, or acts on the installed solution as the options say.
     *
     * <p>A package that is refused, or an operation that fails, is a result too: its outcome is
     * {@link Outcome#FAILED}, its errors say why, and the environment is exactly as it was.
     *
     * @throws SolutionException when the operation could not be started or carried out for a reason that lies neither in
     *     the package nor in what the environment holds (configuration, I/O)
     */
    ImportResult importSolution(ImportRequest request, ImportListener listener) throws SolutionException;

    /**
     * Completes one staged upgrade: uninstalls the patches and the base, renames the holding solution to the base's name,
     * and deletes what only they had (docs/concepts.md, "Stage and apply").
     *
     * <p>When nothing is staged of an installed solution, and its version is the one expected or none is, the outcome is
     * {@link Outcome#NOTHING_TO_APPLY}. A refused or blocked apply leaves base, patches and holding solution as staged.
     *
     * @throws SolutionException as for {@link #importSolution}
     */
    ImportResult applyUpgrade(ApplyRequest request, ImportListener listener) throws SolutionException;

    /**
     * Says what operations would do, each after the ones before it, and changes nothing. What it says is what carrying
     * them out does, as long as neither the packages nor the environment change. {@link PlanGates} of the options are
     * for the caller to hold against the plans: a plan that they object to is shown whole.
     *
     * @return one plan per request, up to the first that would be refused or blocked
     * @throws SolutionException when no plan could be made for a reason that lies neither in a package nor in what the
     *     environment holds
     */
    List<PlanResult> plan(List<OperationRequest> sequence, ImportListener listener) throws SolutionException;

    /**
     * Publishes all customizations.
     *
     * @throws SolutionException as for {@link #importSolution}; also when the environment stays locked
     */
    PublishResult publish(PublishRequest request, ImportListener listener) throws SolutionException;

    /**
     * What the environment holds. Never waits for a running operation.
     *
     * @param components whether to list components and their layers, or solutions alone
     */
    EnvironmentContent list(boolean components) throws SolutionException;

    /**
     * What the environment holds, components and their layers included, with the definitions that result from merging
     * layers. An environment that keeps its layers to itself gives none.
     *
     * @throws IOException what the listener throws
     */
    default EnvironmentContent list(EffectiveListener listener) throws SolutionException, IOException {
        return list(true);
    }

    @Override
    void close();
}
