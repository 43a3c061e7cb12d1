package io.github.solutionalm.engine;

import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import java.util.List;

/**
 * How far an operation got, and what is known of it then, in an environment of either kind. Each step makes the next phase of
 * the one before; what a step does not say is as it was. An operation that fails is reported from the last phase that it
 * reached.
 */
public interface OperationPhase {

    /** The phase that this one was made of. */
    OperationPhase before();

    /** What it is about. */
    default OperationSubject subject() {
        return before().subject();
    }

    /** What it is; {@link Operation#NONE} until it is chosen. */
    default Operation operation() {
        return before().operation();
    }

    /** How it ends when all goes well; {@link Outcome#FAILED} until it is chosen. */
    default Outcome success() {
        return before().success();
    }

    /** LCIDs that the package has texts in; none until it is read. */
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
