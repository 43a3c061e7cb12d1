package io.github.solutionalm.mojo.console;

import io.github.solutionalm.EnvironmentSnapshot.Gap;
import java.util.List;

/** Prints what could not be seen of an environment, and why. */
final class GapsPrintout {

    private static final int LISTED = 10;

    private GapsPrintout() {}

    static void print(List<Gap> gaps, Printout out) {
        if (gaps.isEmpty()) {
            return;
        }
        out.warning(
                "Not seen",
                Wording.count(gaps.size(), "look") + " failed or " + (gaps.size() == 1 ? "was" : "were")
                        + " left out; plans are in doubt about these:");
        gaps.stream().limit(LISTED).forEach(gap -> out.warning("", "  " + gap.what() + ": " + gap.why()));
        if (gaps.size() > LISTED) {
            out.warning("", "  … and " + (gaps.size() - LISTED) + " more");
        }
    }
}
