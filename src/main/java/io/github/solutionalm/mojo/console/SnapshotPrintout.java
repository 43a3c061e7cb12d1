package io.github.solutionalm.mojo.console;

import io.github.solutionalm.EnvironmentSnapshot;
import java.nio.file.Path;

/** Prints what was captured of an environment, what was not, and how to use the file. */
public final class SnapshotPrintout {

    private final Printout out;

    public SnapshotPrintout(Printout out) {
        this.out = out;
    }

    /** Prints it; the file is written. */
    public void print(EnvironmentSnapshot snapshot, Path file) {
        out.line(
                "Captured",
                Wording.count(snapshot.solutions().size(), "solution") + ", "
                        + Wording.count(snapshot.components().size(), "component") + ", "
                        + Wording.count(snapshot.dependencies().size(), "dependency", "dependencies"));
        GapsPrintout.print(snapshot.looks().gaps(), out);
        out.line("Snapshot", out.path(file));
        out.line("To use it", "<environment><url>jdbc:sqlite:" + out.path(file) + "</url></environment>");
    }
}
