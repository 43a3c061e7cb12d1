package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.ComponentResult.Status;

/**
 * A row of the second sheet of a formatted log.
 *
 * @param time time of the row, {@code HH:mm:ss.ff} without the day
 * @param itemType the platform's label of the component type
 * @param id GUID of the component; mostly empty
 * @param name unique name or schema name; may be empty
 * @param localizedName display name
 * @param status status of the component
 * @param code the platform's code of a failure or warning
 * @param text text of the failure or warning
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
