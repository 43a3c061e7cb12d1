package io.github.solutionalm;

/** How an operation ended. */
public enum Outcome {
    INSTALLED,
    UPDATED,
    UPGRADED,
    STAGED,
    APPLIED,
    PATCHED,
    SKIPPED_SAME_VERSION,
    SKIPPED_LOWER_VERSION,
    NOTHING_TO_APPLY,
    FAILED,
    TIMED_OUT,
    /** It is unknown whether the operation took effect. */
    INCONCLUSIVE,
    /** It has begun and not ended: it still runs, or its build was killed. Only a summary has it. */
    STARTED;

    /** Whether {@code verify} lets a release pass with it. */
    public boolean isSuccess() {
        return this != FAILED && this != TIMED_OUT && this != INCONCLUSIVE && this != STARTED;
    }

    /** Whether the environment was left as it was because there was nothing to do. */
    public boolean isSkip() {
        return this == SKIPPED_SAME_VERSION || this == SKIPPED_LOWER_VERSION || this == NOTHING_TO_APPLY;
    }
}
