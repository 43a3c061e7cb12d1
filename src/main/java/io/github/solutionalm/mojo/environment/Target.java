package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.packaging.PackageOpener;
import java.util.List;

/** The chosen environment, before it is opened. */
public interface Target {

    EnvironmentId id();

    /**
     * Prints the environment and the signed-in user.
     *
     * @throws SolutionException if the sign-in fails
     */
    default void announce(Printout out) throws SolutionException {
        out.line("Environment", Wording.environment(id(), out));
    }

    /**
     * Opens it; the caller closes it.
     *
     * @param out prints pauses that the environment requires
     */
    SolutionEnvironment open(Printout out) throws SolutionException;

    /** This environment, taking packages that the goal may have opened already. */
    Target taking(PackageOpener packages);

    /** This environment; an embedded one is taken to hold these solutions, by their unique names, although nobody imported them. */
    default Target providing(List<String> solutions) {
        return this;
    }

    /** Opens it read-only. An environment that does not exist is not created, and reads as empty. */
    default SolutionEnvironment read(Printout out) throws SolutionException {
        return open(out);
    }

    /** Whether it exists: the first import creates an embedded environment. */
    default boolean exists() throws SolutionException {
        return true;
    }

    default boolean isDataverse() {
        return id().isDataverse();
    }
}
