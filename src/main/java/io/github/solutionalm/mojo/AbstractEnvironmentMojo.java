package io.github.solutionalm.mojo;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
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
     * A relative path in the URL begins at the project's base directory. {@code <serverId>} names the server in
     * settings.xml; {@code <providedSolutions>} takes name patterns of solutions that an embedded environment is taken to
     * hold although they were never imported; {@code <languages>} the LCIDs that are enabled there, by default all.
     * {@code <environmentVariables>} takes values of environment variables, {@code <connectionReferences>} ids of connections,
     * each in an element of the variable's or reference's name; they override those of {@code deploymentSettingsFile}.
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

    AbstractEnvironmentMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    final EnvironmentChoice environments() throws MojoExecutionException {
        return new EnvironmentChoice(
                environments == null ? List.of() : environments,
                environment == null ? "" : environment.strip(),
                build().baseDirectory(),
                build().buildDirectory());
    }

    /** The environment that was chosen, or the only one there is. */
    final Target target() throws MojoExecutionException {
        return environments().chosen();
    }
}
