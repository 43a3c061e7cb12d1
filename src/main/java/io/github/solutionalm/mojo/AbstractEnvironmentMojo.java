package io.github.solutionalm.mojo;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.environment.DataverseTargets;
import io.github.solutionalm.mojo.environment.EnvironmentChoice;
import io.github.solutionalm.mojo.environment.EnvironmentParameter;
import io.github.solutionalm.mojo.environment.SignInParameters;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.text.PlainText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the target environment. */
abstract class AbstractEnvironmentMojo extends AbstractSolutionMojo {

    /**
     * The declared environments, each with an id and a URL:
     * <pre>
     * &lt;environments&gt;
     *   &lt;environment&gt;
     *     &lt;id&gt;rehearsal&lt;/id&gt;
     *     &lt;url&gt;jdbc:sqlite:${project.basedir}/.solution/rehearsal.db&lt;/url&gt;
     *   &lt;/environment&gt;
     * &lt;/environments&gt;
     * </pre>
     * The URL of an embedded environment begins with {@code jdbc:sqlite:}, that of a Dataverse environment with
     * {@code https:}. A relative path in the URL starts at the project's base directory.
     *
     * <p>For both kinds: {@code <environmentVariables>} contains values of environment variables,
     * {@code <connectionReferences>} ids of connections, each in an element named after the variable or reference; they
     * override {@code deploymentSettingsFile}.
     *
     * <p>For embedded environments: {@code <providedSolutions>} contains name patterns of solutions that count as
     * installed without an import; {@code <languages>} contains the enabled LCIDs (default: all);
     * {@code <blockUnmanagedCustomizations>} refuses unmanaged packages (default: {@code false}).
     *
     * <p>For Dataverse environments, the sign-in: {@code <serverId>}, {@code <authentication>}, {@code <tenantId>},
     * {@code <clientId>}, {@code <certificate>} (a PEM or PFX file), {@code <tokenVariable>} (the environment variable
     * with an access token) and {@code <serviceConnectionId>} (Azure DevOps).
     *
     * <p>Elements for the other kind of environment fail the build. If no environment is declared or chosen, the embedded
     * environment {@code solution/environment.db} in the build directory is used.
     */
    @Parameter
    private List<EnvironmentParameter> environments;

    /**
     * Id or URL of the environment to use. Optional if at most one environment is declared. An id that is not declared
     * and a URL of an unknown kind fail the build with a list of the known ones.
     */
    @Parameter(property = PREFIX + "environment")
    private String environment;

    /**
     * Id of the {@code <server>} in settings.xml with the credentials for the Dataverse environment; overrides the
     * environment's {@code <serverId>}. {@code <username>} is the client id and {@code <password>} the client secret;
     * or {@code <privateKey>} is the path of a certificate file and {@code <passphrase>} its password.
     * {@code <configuration>} may contain {@code <tenantId>} and the other sign-in elements. Passwords may be
     * encrypted. Default: no server is read. The build fails if settings.xml does not have the id, if a password can't
     * be decrypted, or if the environment is embedded.
     */
    @Parameter(property = PREFIX + "serverId")
    private String serverId;

    /**
     * How to sign in to the Dataverse environment; overrides the environment's {@code <authentication>}. {@code auto}
     * (default) uses what is configured in settings.xml, then in environment variables. The other modes are
     * {@code clientSecret}, {@code certificate}, {@code workloadIdentity} (federated, for example GitHub Actions and
     * Azure DevOps), {@code managedIdentity}, {@code azureCli} and {@code token}. The build fails for another value,
     * for a mode without the credentials it needs, and for an embedded environment.
     */
    @Parameter(property = PREFIX + "authentication")
    private String authentication;

    /**
     * Tenant of the Dataverse environment, as an id or a domain; overrides the environment's {@code <tenantId>}.
     * Default: the environment tells its tenant. Fails the build with an embedded environment.
     */
    @Parameter(property = PREFIX + "tenantId")
    private String tenantId;

    /**
     * Client id of the application that signs in to the Dataverse environment; overrides the environment's
     * {@code <clientId>}. Default: the {@code <username>} of the server, then AZURE_CLIENT_ID. Fails the build with an
     * embedded environment.
     */
    @Parameter(property = PREFIX + "clientId")
    private String clientId;

    /**
     * Fail the build if the embedded environment does not exist yet, so that a misspelt path is not taken for a new,
     * empty environment that passes every gate. Default: {@code true} for goals that read an environment
     * ({@code apply-upgrade}, {@code list}, {@code plan} unless {@code action} is {@code install}, {@code publish},
     * {@code verify}) and for imports with a gate ({@code failOnDelete}, {@code failOnDataLoss},
     * {@code failOnHidden}, {@code requireInstalled}, {@code savedPlan}); otherwise {@code false}, and an import creates the environment.
     * Has no effect on a Dataverse environment.
     */
    @Parameter(property = PREFIX + "requireEnvironment")
    private Boolean requireEnvironment;

    AbstractEnvironmentMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    final EnvironmentChoice environments() throws MojoExecutionException {
        return new EnvironmentChoice(
                environments == null ? List.of() : environments,
                environment == null ? "" : environment.strip(),
                build().baseDirectory(),
                build().buildDirectory(),
                new DataverseTargets(
                        build(),
                        signIn(),
                        userAgent(),
                        resume(),
                        outputDirectory().resolve("jobs"),
                        capture(),
                        installedPackages()));
    }

    /** How closely to look at a Dataverse environment before a plan. */
    CaptureOptions capture() throws MojoExecutionException {
        return CaptureOptions.DEFAULTS;
    }

    /** The packages that tell what managed layers say. */
    List<Path> installedPackages() throws MojoExecutionException {
        return List.of();
    }

    /** Whether to continue a job that an earlier build left running. */
    boolean resume() {
        return false;
    }

    private SignInParameters signIn() {
        Map<String, String> said = new HashMap<>();
        said.put(SignInParameters.SERVER, serverId);
        said.put(SignInParameters.AUTHENTICATION, authentication);
        said.put(SignInParameters.TENANT, tenantId);
        said.put(SignInParameters.CLIENT, clientId);
        return new SignInParameters(said);
    }

    /**
     * Fails if the environment does not exist but is required.
     *
     * @param byDefault whether it is required if {@code requireEnvironment} is not set
     */
    final void requireEnvironment(Target target, boolean byDefault) throws SolutionException, MojoFailureException {
        if (!target.exists() && requiresEnvironment(byDefault)) {
            throw new MojoFailureException(PlainText.of("Tried to run solution:" + goal() + " in "
                    + Wording.environment(target.id(), printout())
                    + " but failed because: it is a new, empty environment,"
                    + " because that file does not exist or is empty. Check its path; relative"
                    + " paths start at "
                    + build().baseDirectory().path()
                    + ". If you mean a new environment, import into it first, or set"
                    + " <requireEnvironment>false</requireEnvironment> or"
                    + " -Dsolution.requireEnvironment=false."));
        }
    }

    final boolean requiresEnvironment(boolean byDefault) {
        return requireEnvironment == null ? byDefault : requireEnvironment;
    }

    /** The chosen environment, or the only declared one. */
    final Target target() throws MojoExecutionException {
        return environments().chosen();
    }

    /** The environment of the goal, for operations on packages that this goal opens. */
    Target target(PackageOpener packages) throws MojoExecutionException {
        return target().taking(packages);
    }
}
