package io.github.solutionalm.mojo;

import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import java.time.Duration;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds what goals need that change an environment: they take turns there. */
abstract class AbstractOperationMojo extends AbstractEnvironmentMojo {

    /**
     * How long to wait while another operation runs in the environment, as an ISO-8601 duration such as {@code PT10M};
     * {@code PT0S} does not wait. When the time is over the build fails.
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
