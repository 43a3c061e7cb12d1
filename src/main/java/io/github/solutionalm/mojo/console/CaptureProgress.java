package io.github.solutionalm.mojo.console;

import io.github.solutionalm.ImportListener;

/** Shows how far a capture has come. */
public record CaptureProgress(ProgressLine line) implements ImportListener {

    @Override
    public void progress(String phase, int done, int total) {
        line.progress("Capturing", phase, done, total);
    }
}
