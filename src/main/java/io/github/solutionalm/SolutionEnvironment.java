package io.github.solutionalm;

import java.io.IOException;
import java.util.List;

/**
 * An environment that solutions are imported into. Only one operation runs in it at a time, even across processes.
 */
public interface SolutionEnvironment extends AutoCloseable {

    /** Identifies the environment in messages and files. */
    EnvironmentId id();

    /**
     * Imports one package: installs it, or upgrades or updates the installed solution according to the options.
     *
     * <p>A refused package or failed operation also gives a result: its outcome is {@link Outcome#FAILED} and its
     * errors say why. An embedded environment is then unchanged.
     *
     * @throws SolutionException when the operation could not be started or carried out for a reason that lies neither in
     *     the package nor in what the environment holds (configuration, I/O)
     */
    ImportResult importSolution(ImportRequest request, ImportListener listener) throws SolutionException;

    /**
     * Applies one staged upgrade: uninstalls the patches and the base, renames the holding solution to the base's name,
     * and deletes what only they had (docs/concepts.md, "Stage and apply").
     *
     * <p>If the solution is installed without a staged upgrade, and its version is the expected one (or none is
     * expected), the outcome is {@link Outcome#NOTHING_TO_APPLY}. A refused or blocked apply leaves the upgrade
     * staged.
     *
     * @throws SolutionException as for {@link #importSolution}
     */
    ImportResult applyUpgrade(ApplyRequest request, ImportListener listener) throws SolutionException;

    /**
     * Plans operations, each as if the ones before were carried out, and changes nothing. Carrying them out does
     * exactly what the plans say, unless packages or environment change. The caller checks the {@link PlanGates} of
     * the options, so that a refused plan is complete.
     *
     * @return one plan per request, up to the first that would be refused or blocked
     * @throws SolutionException when no plan could be made for a reason that lies neither in a package nor in what the
     *     environment holds
     */
    List<PlanResult> plan(List<OperationRequest> sequence, ImportListener listener) throws SolutionException;

    /**
     * Captures what operations have to know of the environment, and changes nothing there. Of an embedded environment its file
     * is all that.
     *
     * @param sequence the operations that will be planned on the snapshot; may be empty
     * @throws SolutionException when the environment can't be read, or is embedded
     */
    default EnvironmentSnapshot capture(List<OperationRequest> sequence, ImportListener listener)
            throws SolutionException {
        throw new SolutionException(
                "Tried to capture " + id().url()
                        + " but failed because: it is an embedded environment, whose file is a snapshot already. Copy the file.");
    }

    /**
     * Publishes all customizations.
     *
     * @throws SolutionException as for {@link #importSolution}; also if the environment stays locked
     */
    PublishResult publish(PublishRequest request, ImportListener listener) throws SolutionException;

    /**
     * The content of the environment. Never waits for a running operation.
     *
     * @param components whether to list components and their layers, or solutions only
     */
    EnvironmentContent list(boolean components) throws SolutionException;

    /**
     * The content of the environment with components and layers, and the definitions that result from merged layers.
     * A Dataverse environment gives no definitions.
     *
     * @throws IOException what the listener throws
     */
    default EnvironmentContent list(EffectiveListener listener) throws SolutionException, IOException {
        return list(true);
    }

    @Override
    void close();
}
