package io.github.solutionalm.mojo;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.PublishResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.environment.Target;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Publishes all customizations of an environment. This makes changes of unmanaged imports available to users.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", threadSafe = true, requiresProject = false)
public final class PublishMojo extends AbstractEnvironmentMojo {

    /**
     * How long to wait for another operation that is running in the environment, as an ISO-8601 duration such as
     * {@code PT10M}; {@code PT0S} does not wait. Then the build fails.
     */
    @Parameter(property = PREFIX + "lockTimeout", defaultValue = "PT10M")
    private String lockTimeout;

    @Inject
    PublishMojo(MavenBuild build) {
        super("publish", build);
    }

    @Override
    void run() throws SolutionException, MojoExecutionException, MojoFailureException {
        Printout out = printout();
        Target target = target();
        Duration wait = ParameterText.duration("lockTimeout", lockTimeout);
        target.announce(out);
        requireEnvironment(target, true);
        if (!target.exists()) {
            out.line("Published", "nothing: the environment is empty");
            return;
        }
        try (SolutionEnvironment environment = target.open(out)) {
            PublishResult result = environment.publish(new PublishRequest(wait), waiting(out, wait));
            // Dataverse does not report the number.
            out.line(
                    "Published",
                    target.isDataverse() ? "all customizations" : Wording.count(result.published(), "component"));
        }
    }

    private static ImportListener waiting(Printout out, Duration lockTimeout) {
        return new ImportListener() {
            @Override
            public void waiting(String holder, Duration waited) {
                out.line("Waiting", Wording.waiting(holder, waited, lockTimeout));
            }
        };
    }
}
