package io.github.solutionalm;

/** What was carried out, or would have been. */
public enum Operation {
    INSTALL,
    UPDATE,
    UPGRADE,
    STAGE_UPGRADE,
    APPLY_UPGRADE,
    PATCH,
    /** Nothing: the package was skipped, or could not be read as far as to know. */
    NONE
}
