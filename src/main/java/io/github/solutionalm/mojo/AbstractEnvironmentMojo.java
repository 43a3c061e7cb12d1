package io.github.solutionalm.mojo;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.environment.DataverseTargets;
import io.github.solutionalm.mojo.environment.EnvironmentChoice;
import io.github.solutionalm.mojo.environment.EnvironmentParameter;
import io.github.solutionalm.mojo.environment.SignInParameters;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.text.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the target environment. */
abstract class AbstractEnvironmentMojo extends AbstractSolutionMojo {

    /**
     * The environments that this build knows, each with an id and a URL:
     * <pre>
     * &lt;environments&gt;
     *   &lt;environment&gt;
     *     &lt;id&gt;rehearsal&lt;/id&gt;
     *     &lt;url&gt;jdbc:sqlite:${project.basedir}/.solution/rehearsal.db&lt;/url&gt;
     *   &lt;/environment&gt;
     * &lt;/environments&gt;
     * </pre>
     * A relative path in the URL begins at the project's base directory. An embedded environment has a URL
     * {@code jdbc:sqlite:}, a Dataverse environment {@code https:}. {@code <providedSolutions>} takes name patterns of solutions that an embedded environment is taken to
     * hold although they were never imported; {@code <languages>} the LCIDs that are enabled there, by default all.
     * {@code <environmentVariables>} takes values of environment variables, {@code <connectionReferences>} ids of connections,
     * each in an element of the variable's or reference's name; they override those of {@code deploymentSettingsFile}.
     * How to sign in to a Dataverse environment is told by {@code <serverId>}, {@code <authentication>},
     * {@code <tenantId>}, {@code <clientId>}, {@code <certificate>} (a PEM or PFX file), {@code <tokenVariable>} (the
     * environment variable with an access token) and {@code <serviceConnectionId>} (of Azure DevOps). What belongs to the
     * other kind of environment fails the build.
     * When none is declared and none is chosen, it is the embedded environment
     * {@code solution/environment.db} in the build directory.
     */
    @Parameter
    private List<EnvironmentParameter> environments;

    /**
     * Id or URL of the environment to use. It may be left out when no more than one environment is declared. An id that
     * is not declared, or a URL of an unknown kind, fails the build with a list of what is known.
     */
    @Parameter(property = PREFIX + "environment")
    private String environment;

    /**
     * Id of the {@code <server>} in settings.xml that has the credentials for the Dataverse environment in use, in the
     * place of its own {@code <serverId>}: {@code <username>} is the client id and {@code <password>} the client secret, or
     * {@code <privateKey>} the file of a certificate and {@code <passphrase>} its password; {@code <configuration>} may have
     * {@code <tenantId>} and the like. Passwords may be encrypted. By default no server is looked at. An id that settings.xml
     * does not have, and a password that can't be decrypted, fail the build, as does this parameter with an embedded
     * environment.
     */
    @Parameter(property = PREFIX + "serverId")
    private String serverId;

    /**
     * How to sign in to the Dataverse environment in use, in the place of its own {@code <authentication>}: {@code auto}
     * (default) takes what is configured, in settings.xml, then in environment variables; {@code clientSecret},
     * {@code certificate}, {@code workloadIdentity} (federated, as of GitHub Actions and Azure DevOps),
     * {@code managedIdentity}, {@code azureCli} or {@code token}. Another word, and a mode that lacks what it needs, fail the
     * build, as does this parameter with an embedded environment.
     */
    @Parameter(property = PREFIX + "authentication")
    private String authentication;

    /**
     * Tenant of the Dataverse environment in use, an id or a domain, in the place of its own {@code <tenantId>}. By default
     * the environment is asked. With an embedded environment it fails the build.
     */
    @Parameter(property = PREFIX + "tenantId")
    private String tenantId;

    /**
     * Client id of the application that signs in to the Dataverse environment in use, in the place of its own
     * {@code <clientId>}. By default the {@code <username>} of the server, then AZURE_CLIENT_ID. With an embedded environment
     * it fails the build.
     */
    @Parameter(property = PREFIX + "clientId")
    private String clientId;

    /**
     * Fail the build when the embedded environment is not there yet, since a misspelt path would otherwise be taken for a new,
     * empty environment, which every gate lets pass. By default true for goals that need something to look at
     * ({@code apply-upgrade}, {@code list}, {@code plan} unless {@code action} is {@code install}, {@code publish},
     * {@code verify}), and for imports with a gate ({@code failOnDelete}, {@code failOnHidden}, {@code requireInstalled},
     * {@code savedPlan}); otherwise an import makes the environment. A Dataverse environment is always there, or can't be
     * reached.
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
                        outputDirectory().resolve("jobs")));
    }

    /** Whether to attach to a job that an earlier build left running. */
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
     * Refuses an environment that is not there, if it must be.
     *
     * @param byDefault whether it must be, when that was not said
     */
    final void requireEnvironment(Target target, boolean byDefault) throws SolutionException, MojoFailureException {
        if (!target.exists() && requiresEnvironment(byDefault)) {
            throw new MojoFailureException(
                    PlainText.of(
                            "Tried to run solution:" + goal() + " in "
                                    + Wording.environment(target.id(), printout())
                                    + " but failed because: it is a new, empty environment,"
                                    + " since that file does not exist or is empty. See that its path is right; it begins at "
                                    + build().baseDirectory().path()
                                    + ". If a new environment is meant, import into it first, or say"
                                    + " so with <requireEnvironment>false</requireEnvironment> or -Dsolution.requireEnvironment=false."));
        }
    }

    final boolean requiresEnvironment(boolean byDefault) {
        return requireEnvironment == null ? byDefault : requireEnvironment;
    }

    /** The environment that was chosen, or the only one there is. */
    final Target target() throws MojoExecutionException {
        return environments().chosen();
    }
}
