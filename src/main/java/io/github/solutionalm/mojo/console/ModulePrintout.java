package io.github.solutionalm.mojo.console;

import io.github.solutionalm.mojo.build.ReactorModules;
import org.apache.maven.project.MavenProject;

/** Prints in which module of the reactor a goal runs. */
public record ModulePrintout(Printout out) implements ReactorModules.Listener {

    @Override
    public void begins(MavenProject module) {
        out.blank();
        out.line("Module", module.getArtifactId());
    }

    @Override
    public void failed(String message) {
        out.error("Error", message);
    }
}
