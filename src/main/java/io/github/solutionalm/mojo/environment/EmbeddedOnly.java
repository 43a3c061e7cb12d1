package io.github.solutionalm.mojo.environment;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What this version does in embedded environments only, since it goes by the layers of all components, which a Dataverse
 * environment is not asked for yet. Refused, since a gate that is passed over in silence is worse than none.
 */
public final class EmbeddedOnly {

    private EmbeddedOnly() {}

    /**
     * Lets no gate pass that could not be held.
     *
     * @param inUse names of parameters that go by a plan
     */
    public static void parameters(Target target, List<String> inUse) throws MojoExecutionException {
        if (target.isDataverse() && !inUse.isEmpty()) {
            throw new MojoExecutionException(String.join(", ", inUse) + " can't be used with " + name(target)
                    + ": this needs a plan, and this version of solution-maven-plugin plans for embedded"
                    + " environments only. Nothing was sent. Remove it for this environment, and rehearse the"
                    + " import with it in an embedded one.");
        }
    }

    /** Lets no plan be made. */
    public static void plan(Target target) throws MojoExecutionException {
        if (target.isDataverse()) {
            throw new MojoExecutionException("solution:plan can't plan in " + name(target)
                    + ": this version of solution-maven-plugin plans for embedded environments only. Nothing was"
                    + " sent. solution:import lets the environment check each package before it starts, and"
                    + " prints all findings, missing dependencies included.");
        }
    }

    private static String name(Target target) {
        String id = target.id().id();
        String url = target.id().url();
        return "the Dataverse environment " + (id.equals(url) ? url : "'" + id + "' (" + url + ")");
    }
}
