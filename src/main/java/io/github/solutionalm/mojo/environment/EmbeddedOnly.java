package io.github.solutionalm.mojo.environment;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Refuses features that need a plan, which this version makes for embedded environments only. A gate that is
 * silently ignored is worse than none.
 */
public final class EmbeddedOnly {

    private EmbeddedOnly() {}

    /**
     * Fails for gates that a Dataverse environment can't check.
     *
     * @param inUse names of parameters that need a plan
     */
    public static void parameters(Target target, List<String> inUse) throws MojoExecutionException {
        if (target.isDataverse() && !inUse.isEmpty()) {
            throw new MojoExecutionException(String.join(", ", inUse) + " can't be used with " + name(target)
                    + ": this needs a plan, and this version of solution-maven-plugin plans for embedded"
                    + " environments only. Nothing was sent. Remove it for this environment, and rehearse the"
                    + " import with it in an embedded one.");
        }
    }

    /** Fails for a plan of a Dataverse environment. */
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
