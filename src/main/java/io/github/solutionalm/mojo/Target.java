package io.github.solutionalm.mojo;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;

/** An environment that is known and not yet opened. */
interface Target {

    EnvironmentId id();

    /** Opens it; the caller closes it. */
    SolutionEnvironment open() throws SolutionException;
}
