package io.github.solutionalm.engine;

import io.github.solutionalm.model.InstalledSolution;
import java.util.List;
import java.util.Optional;

/**
 * The installed solutions of an environment: enough to choose an operation, and available in every kind of
 * environment. It does not change during one choice.
 */
public interface InstalledSolutions {

    /** The installed solution of a name, in any case. */
    Optional<InstalledSolution> solution(String uniqueName);

    /** All installed solutions in install order. */
    List<InstalledSolution> solutions();
}
