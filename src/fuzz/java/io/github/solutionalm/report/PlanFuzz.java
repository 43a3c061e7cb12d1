package io.github.solutionalm.report;

import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.GrownInput;
import io.github.solutionalm.fuzz.Scratch;
import java.io.IOException;
import java.nio.file.Path;

/** A saved plan. */
public final class PlanFuzz {

    private PlanFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Path file = Scratch.with("plan.json", GrownInput.expand(input));
        Bounds.hold(() -> PlanReport.read(file), IOException.class);
    }
}
