package io.github.solutionalm.dataverse.http;

/** When a failed call may be repeated. */
public enum RetryPolicy {
    /** Always: the call reads, or repeating it changes nothing. */
    ALWAYS,
    /**
     * An action that must not happen twice, such as starting an import: only when it is certain that the first one was not
     * accepted.
     */
    IF_NOT_ACCEPTED
}
