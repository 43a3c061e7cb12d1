package io.github.solutionalm.dataverse.http;

/** Whether a call may be made again when its first attempt failed. */
public enum RetryPolicy {
    /** Reading, or an action whose repetition changes nothing. */
    ALWAYS,
    /**
     * An action that must not happen twice, such as starting an import: only when it is certain that the first one was not
     * accepted.
     */
    IF_NOT_ACCEPTED
}
