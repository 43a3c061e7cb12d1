package io.github.solutionalm.mojo.console;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.EnvironmentSnapshot.Gap;
import java.nio.file.Path;
import java.util.List;

/** Prints what was captured of an environment, what was not, and how to use the file. */
public final class SnapshotPrintout {

    private static final int LISTED = 10;

    private final Printout out;

    public SnapshotPrintout(Printout out) {
        this.out = out;
    }

    /** Prints it; the file is written. */
    public void print(EnvironmentSnapshot snapshot, Path file) {
        List<Gap> gaps = snapshot.looks().gaps();
        out.line(
                "Captured",
                Wording.count(snapshot.solutions().size(), "solution") + ", "
                        + Wording.count(snapshot.components().size(), "component") + ", "
                        + Wording.count(snapshot.dependencies().size(), "dependency", "dependencies"));
        if (!gaps.isEmpty()) {
            out.warning(
                    "Not seen",
                    Wording.count(gaps.size(), "look") + " failed or " + (gaps.size() == 1 ? "was" : "were")
                            + " left out; plans are in doubt about these:");
            gaps.stream().limit(LISTED).forEach(gap -> out.warning("", "  " + gap.what() + ": " + gap.why()));
            if (gaps.size() > LISTED) {
                out.warning("", "  … and " + (gaps.size() - LISTED) + " more");
            }
        }
        out.line("Snapshot", out.path(file));
        out.line("To use it", "<environment><url>jdbc:sqlite:" + out.path(file) + "</url></environment>");
    }
}
