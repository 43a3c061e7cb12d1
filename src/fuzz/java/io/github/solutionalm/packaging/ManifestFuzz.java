package io.github.solutionalm.packaging;

import io.github.solutionalm.fuzz.GrownInput;

/** The text of {@code solution.xml}. */
public final class ManifestFuzz {

    private ManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Reading.of(PackageFixture.solution().file("solution.xml", GrownInput.expand(input)));
    }
}
