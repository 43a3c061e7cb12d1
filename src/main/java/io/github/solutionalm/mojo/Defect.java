package io.github.solutionalm.mojo;

import org.apache.maven.plugin.MojoExecutionException;

/** An exception that neither package, environment nor configuration can be blamed for. */
final class Defect {

    private Defect() {}

    static MojoExecutionException of(String goal, RuntimeException e) {
        return new MojoExecutionException(
                "solution:" + goal + " failed because of a defect in solution-maven-plugin, not in the package or the"
                        + " configuration: " + e + ". Please report it with the output of 'mvn -e'.",
                e);
    }
}
