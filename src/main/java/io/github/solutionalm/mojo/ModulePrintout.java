package io.github.solutionalm.mojo;

import org.apache.maven.project.MavenProject;

/** Prints in which module of the reactor a goal runs. */
record ModulePrintout(Printout out) implements ReactorModules.Listener {

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
