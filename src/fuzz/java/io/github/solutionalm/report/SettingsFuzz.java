package io.github.solutionalm.report;

import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.GrownInput;
import io.github.solutionalm.fuzz.Scratch;
import io.github.solutionalm.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;

/** A deployment settings file. */
public final class SettingsFuzz {

    private SettingsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Path file = Scratch.with("settings.json", GrownInput.expand(input));
        Bounds.hold(() -> SettingsFile.read(file), IOException.class);
    }
}
