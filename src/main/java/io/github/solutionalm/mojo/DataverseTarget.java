package io.github.solutionalm.mojo;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.auth.AuthenticationSettings;
import io.github.solutionalm.dataverse.auth.CredentialsChoice;
import io.github.solutionalm.dataverse.http.ProxySettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Dataverse environment.
 *
 * @param authentication what POM and settings.xml say about signing in
 * @param proxy of settings.xml
 * @param environmentVariables the value of an environment variable, if it is set
 * @param userAgent what the plugin calls itself
 * @param resume whether to attach to a job that an earlier build left running
 * @param jobDirectory where the ids of started jobs are kept
 */
record DataverseTarget(
        EnvironmentId id,
        AuthenticationSettings authentication,
        Optional<ProxySettings> proxy,
        Function<String, Optional<String>> environmentVariables,
        String userAgent,
        boolean resume,
        Path jobDirectory)
        implements Target {

    static final String KIND = "dataverse";

    @Override
    public void announce(Printout out) throws SolutionException {
        Target.super.announce(out);
        CredentialsChoice.Chosen chosen = new CredentialsChoice(authentication, environmentVariables).choose();
        out.line("Credentials", chosen.credentials().mode() + ", since " + chosen.reason());
    }

    @Override
    public SolutionEnvironment open() throws SolutionException {
        throw new SolutionException(
                "A Dataverse environment (https:) is not supported by this version of solution-maven-plugin yet: "
                        + id.url() + ". Use an embedded environment in a file,"
                        + " such as <url>jdbc:sqlite:${project.basedir}/.solution/rehearsal.db</url>.");
    }
}
