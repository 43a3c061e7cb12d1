package io.github.solutionalm.report.platform;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Guid;
import io.github.solutionalm.model.platform.LogColumn;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the log's second sheet. Absent values are empty.
 *
 * @param time when it was processed
 * @param itemType what kind of thing, the platform's label
 * @param id GUID, for what is known by one
 * @param name unique name, schema name or key
 * @param localizedName display name
 * @param originalName display name in the package
 * @param description what was done, or what the row is about
 * @param status how it ended
 * @param errorCode the platform's code
 * @param errorText what is wrong
 */
record LogRow(
        Optional<Instant> time,
        String itemType,
        String id,
        String name,
        String localizedName,
        String originalName,
        String description,
        Status status,
        String errorCode,
        String errorText) {

    /** The words of the Status column. */
    enum Status {
        PROCESSED("Processed"),
        WARNING("Warning"),
        FAILURE("Failure"),
        UNPROCESSED("Unprocessed");

        private final String word;

        Status(String word) {
            this.word = word;
        }
    }

    /** A step of the import, without a name of its own. */
    static LogRow step(String itemType, String description, Status status, Optional<Instant> time) {
        return new LogRow(time, itemType, "", "", "", "", description, status, "", "");
    }

    /** Something about a component. */
    static LogRow about(ComponentKey key, String displayName, Status status, Optional<Instant> time) {
        String id = Guid.is(key.key()) ? key.key() : "";
        return new LogRow(time, key.type().label(), id, key.key(), displayName, displayName, "", status, "", "");
    }

    LogRow describedAs(String text) {
        return new LogRow(time, itemType, id, name, localizedName, originalName, text, status, errorCode, errorText);
    }

    LogRow as(String otherItemType) {
        return new LogRow(
                time, otherItemType, id, name, localizedName, originalName, description, status, errorCode, errorText);
    }

    LogRow because(String code, String text) {
        return new LogRow(time, itemType, id, name, localizedName, originalName, description, status, code, text);
    }

    /** The text of a column. */
    String text(LogColumn column) {
        return switch (column) {
            case TIME -> time.map(PlatformFormat::time).orElse("");
            case ITEM_TYPE -> itemType;
            case ID -> id;
            case NAME -> name;
            case LOCALIZED_NAME -> localizedName;
            case ORIGINAL_NAME -> originalName;
            case DESCRIPTION -> description;
            case STATUS -> status.word;
            case ERROR_CODE -> errorCode;
            case ERROR_TEXT -> errorText;
        };
    }
}
