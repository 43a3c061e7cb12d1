package io.github.solutionalm.archive;

import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.Scratch;
import java.nio.file.Path;

/** The bytes of a .cab. */
public final class CabFuzz {

    private CabFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Path file = Scratch.with("package.cab", input);
        Bounds.hold(() -> Opening.through(file), ArchiveException.class);
    }
}
