package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.PlatformError;
import io.github.solutionalm.dataverse.http.RowShape;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A row of the table {@code asyncoperations} (facts/dataverse.md 4.5).
 *
 * @param id of the row
 * @param message what it carries out, such as {@code ImportSolutionAsync}
 * @param ended whether it has
 * @param succeeded whether it says that it did
 * @param error what it says otherwise
 */
record SystemJob(UUID id, String message, boolean ended, boolean succeeded, Optional<PlatformError> error) {

    static final String COLUMNS =
            "asyncoperationid,name,messagename,statecode,statuscode,message,friendlymessage,errorcode";

    private static final int COMPLETED = 3;
    private static final int SUCCEEDED = 30;
    private static final int CANCELED = 32;

    static final RowShape SHAPE = RowShape.ANY
            .texts("asyncoperationid")
            .numbers("statecode", "statuscode")
            .textsOrNull("messagename", "name");

    /** Empty for a row that has no readable id. */
    static Optional<SystemJob> of(JsonNode row) {
        int status = row.path("statuscode").asInt();
        boolean ended = row.path("statecode").asInt(-1) == COMPLETED;
        try {
            return Optional.of(new SystemJob(
                    UUID.fromString(row.path("asyncoperationid").asText()),
                    text(row, "messagename").orElse(text(row, "name").orElse("")),
                    ended,
                    ended && status == SUCCEEDED,
                    ended && status != SUCCEEDED ? Optional.of(error(row, status)) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The short text where there is one; the long one ends with the platform's stack. */
    private static PlatformError error(JsonNode row, int status) {
        String text = text(row, "friendlymessage")
                .or(() -> text(row, "message").map(SystemJob::withoutStack))
                .orElse(status == CANCELED ? "The job was cancelled in the environment." : "The job failed.");
        OptionalInt code = PlatformError.code(row.path("errorcode").asText(""));
        return new PlatformError(code, text);
    }

    private static String withoutStack(String message) {
        return message.strip()
                .lines()
                .takeWhile(line -> !isOfStack(line))
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /** The platform indents the lines of a stack: {@code   at Microsoft.Crm…}. */
    private static boolean isOfStack(String line) {
        String call = line.stripLeading();
        return call.length() < line.length() && call.startsWith("at ");
    }

    private static Optional<String> text(JsonNode row, String column) {
        return Optional.of(row.path(column).asText("")).filter(text -> !text.isBlank() && !text.equals("null"));
    }
}
