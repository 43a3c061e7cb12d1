package io.github.solutionalm.mojo;

import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the lock timeout of goals that change an environment: they run one at a time. */
abstract class AbstractOperationMojo extends AbstractEnvironmentMojo {

    /**
     * How long to wait for another operation that is running in the environment, as an ISO-8601 duration such as
     * {@code PT10M}; {@code PT0S} does not wait. Then the build fails.
     */
    @Parameter(property = PREFIX + "lockTimeout", defaultValue = "PT10M")
    private String lockTimeout;

    AbstractOperationMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    final Duration lockTimeout() throws MojoExecutionException {
        return ParameterText.duration("lockTimeout", lockTimeout);
    }
}
