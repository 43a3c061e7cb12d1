package io.github.solutionalm.engine;

import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import java.util.List;

/**
 * The progress of an operation, and what is known of it then, in an environment of either kind. Each step makes the next phase
 * from the one before; what a step does not say is as it was. An operation that fails is reported from the last phase that
 * it reached.
 */
public interface OperationPhase {

    /** The phase before this one. */
    OperationPhase before();

    /** The subject of the operation. */
    default OperationSubject subject() {
        return before().subject();
    }

    /** The operation; {@link Operation#NONE} until it is chosen. */
    default Operation operation() {
        return before().operation();
    }

    /** The outcome when all goes well; {@link Outcome#FAILED} until the operation is chosen. */
    default Outcome success() {
        return before().success();
    }

    /** The LCIDs of the package's texts; none until it is read. */
    default List<Integer> languages() {
        return before().languages();
    }

    /** The first phase, in which nothing but the subject is known. */
    interface First extends OperationPhase {

        @Override
        OperationSubject subject();

        @Override
        default Operation operation() {
            return Operation.NONE;
        }

        @Override
        default Outcome success() {
            return Outcome.FAILED;
        }

        @Override
        default List<Integer> languages() {
            return List.of();
        }
    }
}
