package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.ComponentResult.Status;

/**
 * A row of the second sheet of a formatted log.
 *
 * @param time when, {@code HH:mm:ss.ff} of some day
 * @param itemType the platform's label of what it is about
 * @param id GUID; mostly empty
 * @param name unique name or schema name; may be empty
 * @param localizedName display name
 * @param status how it ended
 * @param code the platform's code, if it did not end well
 * @param text what is wrong
 */
public record LogEntry(
        String time,
        String itemType,
        String id,
        String name,
        String localizedName,
        Status status,
        String code,
        String text) {}
