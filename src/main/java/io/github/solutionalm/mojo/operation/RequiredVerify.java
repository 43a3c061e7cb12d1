package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.console.Printout;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Checks that a {@code verify} follows an import that does not fail the build itself.
 *
 * @param choice the parameter
 */
public record RequiredVerify(String choice, MavenBuild build) {

    private enum Choice {
        AUTO,
        TRUE,
        FALSE
    }

    /** A {@code verify} in another module is enough: an import that fails after it fails the build itself. */
    private boolean isFollowed() {
        return build.goalsToCome().verify() || build.goalsToCome().verifyElsewhere();
    }

    /**
     * Runs the check before anything is imported.
     *
     * @param failOnError whether the goal fails the build itself, so that no {@code verify} is needed
     * @throws MojoExecutionException if no {@code verify} follows but one is required
     */
    public void check(String goal, boolean failOnError, Printout out) throws MojoExecutionException {
        Choice required = ParameterText.choice("requireVerify", choice, Choice.class);
        if (failOnError || required == Choice.FALSE || isFollowed()) {
            return;
        }
        String what = "failOnError is false, and no solution:verify follows in this build to report failures";
        String cure = " Bind the goal verify of this plugin, or remove failOnError. If you run solution:verify by"
                + " itself afterwards, set requireVerify (-Dsolution.requireVerify) to false.";
        if (required == Choice.TRUE || build.isContinuousIntegration()) {
            throw new MojoExecutionException("Tried to run solution:" + goal + " but failed because: " + what
                    + ". Nothing was imported." + cure);
        }
        out.warning(what + "; in CI this is an error." + cure);
    }
}
