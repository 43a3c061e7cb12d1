package io.github.solutionalm.dataverse;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.CaptureOptions.DataCount;
import io.github.solutionalm.CaptureOptions.Scope;

/** How closely to look. */
final class Captures {

    private Captures() {}

    /** With so many requests. */
    static CaptureOptions atMost(int requests) {
        return new CaptureOptions(Scope.SOLUTIONS, DataCount.ESTIMATE, requests);
    }
}
