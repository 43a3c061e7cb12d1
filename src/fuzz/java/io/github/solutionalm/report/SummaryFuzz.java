package io.github.solutionalm.report;

import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.GrownInput;
import io.github.solutionalm.fuzz.Scratch;
import java.io.IOException;
import java.nio.file.Path;

/** The summary of a build. */
public final class SummaryFuzz {

    private SummaryFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Path file = Scratch.with("summary.json", GrownInput.expand(input));
        Bounds.hold(() -> BuildSummary.read(file.getParent()), IOException.class);
    }
}
