package io.github.solutionalm.report.platform;

import io.github.solutionalm.model.Change;

/** The text of a component's change in log and job document. */
final class ChangeText {

    private ChangeText() {}

    static String of(Change change) {
        return switch (change) {
            case ADD -> "Added";
            case CHANGE -> "Changed";
            case UNCHANGED -> "Unchanged";
            case DELETE -> "Deleted";
            case UNLAYER -> "Layer removed";
            case KEEP -> "Kept";
        };
    }

    /** The text for a component that the package does not contain; empty for others: a job lists only those. */
    static String ofWhatIsNotContained(Change change) {
        return switch (change) {
            case ADD, CHANGE, UNCHANGED -> "";
            case DELETE, UNLAYER, KEEP -> of(change);
        };
    }
}
