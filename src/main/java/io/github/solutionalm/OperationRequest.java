package io.github.solutionalm;

import java.util.Optional;

/** Asks for one operation that changes an environment. */
public sealed interface OperationRequest permits ImportRequest, ApplyRequest {

    /** The goal on whose behalf, such as {@code import}; kept in the import job. */
    String goal();

    /** How to carry it out. */
    ImportOptions options();

    /** The plan that it must keep to exactly, or any. */
    Optional<SavedPlan> savedPlan();
}
