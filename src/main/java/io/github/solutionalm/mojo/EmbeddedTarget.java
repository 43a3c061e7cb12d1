package io.github.solutionalm.mojo;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import java.nio.file.Files;
import java.time.Clock;

/** An environment in an SQLite file. */
record EmbeddedTarget(EnvironmentId id, EmbeddedSettings settings) implements Target {

    static final String KIND = "embedded";

    @Override
    public void announce(Printout out) {
        out.line("Environment", Wording.environment(id, out) + (exists() ? "" : ", a new, empty environment"));
    }

    @Override
    public boolean exists() {
        return Files.exists(SqliteUrl.file(id.url()));
    }

    @Override
    public SolutionEnvironment open(Printout out) throws SolutionException {
        return EmbeddedEnvironment.open(id, settings, Clock.systemUTC());
    }
}
