package io.github.solutionalm.mojo.environment;

import static io.github.solutionalm.mojo.environment.SignInParameters.SERVER;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.DataverseSettings;
import io.github.solutionalm.dataverse.auth.AuthenticationSettings;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.mojo.build.MavenBuild;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Creates Dataverse targets from their declarations. Sign-in settings come from the command line, the POM and
 * settings.xml, in this order; the proxy from settings.xml.
 *
 * @param properties values of the goal's own sign-in parameters
 * @param userAgent value of the User-Agent header
 * @param resume whether to continue a job that an earlier build left running
 * @param jobDirectory where the ids of started jobs are kept
 * @param capture how closely to look before a plan
 * @param installedPackages packages that tell what managed layers say
 */
public record DataverseTargets(
        MavenBuild build,
        SignInParameters properties,
        String userAgent,
        boolean resume,
        Path jobDirectory,
        CaptureOptions capture,
        List<Path> installedPackages) {

    private static final Pattern VARIABLE_NAME = Pattern.compile("\\w{1,100}");

    /** The normalised URL, for comparison and records. */
    static String url(EnvironmentParameter environment) throws MojoExecutionException {
        return parsed(environment).toString();
    }

    /**
     * The environment.
     *
     * @throws MojoExecutionException when its URL is none, Maven is offline, or settings.xml lacks the server or can't be
     *     decrypted
     */
    Target target(EnvironmentParameter environment) throws MojoExecutionException {
        DataverseUrl url = parsed(environment);
        String id = environment.hasOwnId() ? environment.id() : url.toString();
        String name = "the environment " + (environment.hasOwnId() ? "'" + id + "' (" + url + ")" : url);
        if (build.isOffline() && !url.isLoopback()) {
            throw new MojoExecutionException("Maven is offline (-o, or <offline> in settings.xml), and " + name
                    + " can only be reached over the network. Nothing was done. Run without -o, or choose an embedded"
                    + " environment with <environment> or -Dsolution.environment.");
        }
        if (!environment.providedSolutions().isEmpty()
                || !environment.languages().isEmpty()
                || environment.blocksUnmanagedCustomizations()) {
            throw new MojoExecutionException(
                    "<providedSolutions>, <languages> and <blockUnmanagedCustomizations> apply to embedded"
                            + " environments only, and "
                            + name + " is a Dataverse environment. Remove them from that <environment>.");
        }
        return new DataverseTarget(
                new EnvironmentId(id, EnvironmentId.DATAVERSE, url.toString()),
                new DataverseSettings(
                        authentication(environment, name),
                        new MavenSettings(build).proxy(),
                        build::environmentVariable,
                        userAgent,
                        resume,
                        jobDirectory,
                        capture),
                installedPackages);
    }

    private AuthenticationSettings authentication(EnvironmentParameter environment, String name)
            throws MojoExecutionException {
        SignInParameters said = properties.or(environment.signIn());
        Optional<String> serverId = said.value(SERVER);
        ServerSettings server =
                serverId.isPresent() ? new MavenSettings(build).server(serverId.get(), name) : ServerSettings.NONE;
        SignInParameters all = said.or(server.configuration());
        Optional<String> certificate = all.value(SignInParameters.CERTIFICATE).or(server::privateKey);
        Optional<String> variable = all.value(SignInParameters.TOKEN_VARIABLE);
        if (variable.isPresent() && !VARIABLE_NAME.matcher(variable.get()).matches()) {
            // Its value is not shown: it may be the token itself.
            throw new MojoExecutionException(
                    "<tokenVariable> of " + name + " is not the name of an environment variable."
                            + " Put the access token into an environment variable, such as DATAVERSE_ACCESS_TOKEN, and give that"
                            + " name; a token in the POM or in settings.xml is readable by others.");
        }
        return new AuthenticationSettings(
                all.value(SignInParameters.AUTHENTICATION),
                serverId,
                all.value(SignInParameters.TENANT),
                all.value(SignInParameters.CLIENT).or(server::username),
                server.password(),
                certificate.isPresent() ? Optional.of(file(certificate.get(), name)) : Optional.empty(),
                server.passphrase(),
                all.value(SignInParameters.SERVICE_CONNECTION),
                variable);
    }

    private Path file(String certificate, String name) throws MojoExecutionException {
        try {
            return build.baseDirectory().resolve(Path.of(certificate));
        } catch (InvalidPathException e) {
            throw new MojoExecutionException("The certificate of " + name + " is not a path: " + e.getMessage()
                    + ". Correct <certificate>, or <privateKey> of the server in settings.xml.");
        }
    }

    private static DataverseUrl parsed(EnvironmentParameter environment) throws MojoExecutionException {
        try {
            return DataverseUrl.parse(environment.url());
        } catch (SolutionException e) {
            String whose = environment.hasOwnId() ? "The environment '" + environment.id() + "' can't be used: " : "";
            throw new MojoExecutionException(whose + e.getMessage(), e);
        }
    }
}
