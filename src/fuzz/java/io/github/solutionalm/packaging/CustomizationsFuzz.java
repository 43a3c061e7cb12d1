package io.github.solutionalm.packaging;

import io.github.solutionalm.fuzz.ExplodedPackage;
import io.github.solutionalm.fuzz.GrownInput;

/** The text of {@code customizations.xml}, and behind it, if the input goes on, of other parts. */
public final class CustomizationsFuzz {

    private CustomizationsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        PackageFixture fixture = PackageFixture.solution();
        ExplodedPackage.of(GrownInput.expand(input)).possible().forEach(fixture::file);
        Reading.of(fixture);
    }
}
