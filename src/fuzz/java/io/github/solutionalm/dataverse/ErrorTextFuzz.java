package io.github.solutionalm.dataverse;

import io.github.solutionalm.dataverse.api.MissingParts;
import io.github.solutionalm.dataverse.http.PlatformError;
import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.GrownInput;

/** The text of an error, with the list of what is missing in it. */
public final class ErrorTextFuzz {

    private ErrorTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = GrownInput.text(input);
        Bounds.hold(() -> {
            PlatformError.parse(text).ifPresent(error -> MissingParts.inText(error.message()));
            MissingParts.inText(text);
            MissingParts.withoutList(text);
        });
    }
}
