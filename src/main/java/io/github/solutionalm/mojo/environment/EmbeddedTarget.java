package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * An environment in an SQLite file.
 *
 * @param installed packages that tell what managed layers of a snapshot say
 */
public record EmbeddedTarget(EnvironmentId id, EmbeddedSettings settings, List<Path> installed, PackageOpener packages)
        implements Target {

    public EmbeddedTarget(EnvironmentId id, EmbeddedSettings settings) {
        this(id, settings, List.of());
    }

    EmbeddedTarget(EnvironmentId id, EmbeddedSettings settings, List<Path> installed) {
        this(id, settings, installed, OpenedPackage::open);
    }

    @Override
    public Target taking(PackageOpener opened) {
        return new EmbeddedTarget(id, settings, installed, opened);
    }

    @Override
    public Target providing(List<String> solutions) {
        return new EmbeddedTarget(id, settings.providing(solutions), installed, packages);
    }

    @Override
    public void announce(Printout out) throws SolutionException {
        out.line("Environment", Wording.environment(id, out) + (exists() ? "" : ", a new, empty environment"));
    }

    @Override
    public boolean exists() throws SolutionException {
        return EmbeddedEnvironment.exists(id);
    }

    @Override
    public SolutionEnvironment read(Printout out) throws SolutionException {
        return EmbeddedEnvironment.reading(id, settings, Clock.systemUTC(), packages)
                .knowing(installed);
    }

    @Override
    public SolutionEnvironment open(Printout out) throws SolutionException {
        return EmbeddedEnvironment.open(id, settings, Clock.systemUTC(), packages)
                .knowing(installed);
    }
}
