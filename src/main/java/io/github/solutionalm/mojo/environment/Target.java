package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;

/** An environment that is known and not yet opened. */
public interface Target {

    EnvironmentId id();

    /**
     * Says on the console which environment it is, and who the build is there.
     *
     * @throws SolutionException when nobody can be
     */
    default void announce(Printout out) throws SolutionException {
        out.line("Environment", Wording.environment(id(), out));
    }

    /**
     * Opens it; the caller closes it.
     *
     * @param out hears of pauses that the environment makes necessary
     */
    SolutionEnvironment open(Printout out) throws SolutionException;

    /** Opens it to look at it alone: nothing is made where there is none, which reads as an empty one. */
    default SolutionEnvironment read(Printout out) throws SolutionException {
        return open(out);
    }

    /** Whether there is one: an embedded environment is made by the first import into it. */
    default boolean exists() throws SolutionException {
        return true;
    }

    default boolean isDataverse() {
        return id().isDataverse();
    }
}
