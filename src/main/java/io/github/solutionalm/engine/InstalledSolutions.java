package io.github.solutionalm.engine;

import io.github.solutionalm.model.InstalledSolution;
import java.util.List;
import java.util.Optional;

/**
 * The solutions that an environment holds: all that is needed to choose an operation, and all that every kind of environment
 * can say. The same from beginning to end of one choice.
 */
public interface InstalledSolutions {

    /** The installed solution of a name, in any case. */
    Optional<InstalledSolution> solution(String uniqueName);

    /** All installed solutions in install order. */
    List<InstalledSolution> solutions();
}
