package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.SnapshotPlanner;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.DataverseEnvironment;
import io.github.solutionalm.dataverse.DataverseSettings;
import io.github.solutionalm.dataverse.auth.CredentialsChoice;
import io.github.solutionalm.embedded.CapturedPlanner;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.RetryPrintout;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A Dataverse environment.
 *
 * @param installed packages that tell what managed layers say
 */
record DataverseTarget(EnvironmentId id, DataverseSettings settings, List<Path> installed, PackageOpener packages)
        implements Target {

    DataverseTarget(EnvironmentId id, DataverseSettings settings, List<Path> installed) {
        this(id, settings, installed, OpenedPackage::open);
    }

    @Override
    public Target taking(PackageOpener opened) {
        return new DataverseTarget(id, settings, installed, opened);
    }

    @Override
    public void announce(Printout out) throws SolutionException {
        Target.super.announce(out);
        CredentialsChoice.Chosen chosen =
                new CredentialsChoice(settings.authentication(), settings.environmentVariables()).choose();
        out.line("Credentials", chosen.credentials().mode() + ", since " + chosen.reason());
        chosen.warning().ifPresent(out::warning);
    }

    @Override
    public SolutionEnvironment open(Printout out) throws SolutionException {
        Clock clock = Clock.systemUTC();
        SnapshotPlanner planner = new CapturedPlanner(id, EmbeddedSettings.defaults(), clock, installed, packages);
        return DataverseEnvironment.open(id, settings, clock, new RetryPrintout(out, clock), packages, planner);
    }
}
