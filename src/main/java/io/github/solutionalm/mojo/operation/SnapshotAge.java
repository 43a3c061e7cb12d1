package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How old a snapshot may be: a gate that judges by what an environment held last month is none.
 *
 * @param most as {@code snapshotMaxAge} says
 * @param gated whether the goal has a gate
 * @param out takes the warning where it has none
 */
public record SnapshotAge(Duration most, boolean gated, Clock clock, Printout out) {

    /**
     * Looks how old the environment is, if it is a snapshot.
     *
     * @throws SolutionException when it is too old, and the goal has a gate
     */
    public void check(SolutionEnvironment environment) throws SolutionException {
        if (environment.id().isDataverse()) {
            return;
        }
        Optional<EnvironmentSnapshot.Origin> origin = environment.list(false).captured();
        Instant oldest = clock.instant().minus(most);
        if (origin.isEmpty() || !origin.get().takenAt().isBefore(oldest)) {
            return;
        }
        String taken = "was captured from " + origin.get().url() + " at "
                + origin.get().takenAt().truncatedTo(ChronoUnit.SECONDS)
                + ", longer ago than " + most + " (snapshotMaxAge)";
        String fix = "Capture it again with solution:snapshot, or allow an older one with <snapshotMaxAge> or"
                + " -Dsolution.snapshotMaxAge.";
        if (gated) {
            throw new SolutionException("Tried to check the gates of this build in "
                    + Wording.environment(environment.id(), out) + " but failed because: the snapshot " + taken + ". "
                    + fix);
        }
        out.warning("The snapshot " + taken + ", and the environment may have changed since. " + fix);
    }
}
