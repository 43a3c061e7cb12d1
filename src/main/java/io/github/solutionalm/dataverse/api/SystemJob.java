package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ConcurrencyRefusal;
import io.github.solutionalm.dataverse.http.PlatformError;
import io.github.solutionalm.dataverse.http.RowShape;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of the table {@code asyncoperations} (docs/platform-facts.md, "System jobs").
 *
 * @param id id of the row
 * @param message name of the call that it carries out, such as {@code ImportSolutionAsync}
 * @param queued whether it has not begun yet
 * @param ended whether it has ended
 * @param succeeded whether it says that it succeeded
 * @param error the error of a job that ended without success
 */
public record SystemJob(
        UUID id, String message, boolean queued, boolean ended, boolean succeeded, Optional<PlatformError> error) {

    static final String COLUMNS =
            "asyncoperationid,name,messagename,statecode,statuscode,message,friendlymessage,errorcode";

    private static final int WAITING_FOR_RESOURCES = 0;
    private static final int WAITING = 10;
    private static final int COMPLETED = 3;
    private static final int SUCCEEDED = 30;
    private static final int CANCELED = 32;

    /** The class at the beginning of an exception's text. */
    private static final String EXCEPTION = "^(?:[A-Z]\\w*\\.)*+[A-Z]\\w*Exception: ";

    private static final Pattern NOTHING_SAID = Pattern.compile(
            "(?i)an unexpected error occurred|an error has occurred|unexpected error|an error occurred|unknown error");

    static final RowShape SHAPE = RowShape.ANY
            .texts("asyncoperationid")
            .numbers("statecode", "statuscode")
            .textsOrNull("messagename", "name");

    /** The job of a row; empty if the row has no readable id. */
    static Optional<SystemJob> of(JsonNode row) {
        int status = row.path("statuscode").asInt();
        boolean ended = row.path("statecode").asInt(-1) == COMPLETED;
        try {
            return Optional.of(new SystemJob(
                    UUID.fromString(row.path("asyncoperationid").asText()),
                    text(row, "messagename").orElse(text(row, "name").orElse("")),
                    !ended && (status == WAITING_FOR_RESOURCES || status == WAITING),
                    ended,
                    ended && status == SUCCEEDED,
                    ended && status != SUCCEEDED ? Optional.of(error(row, status)) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The error of a job. Its short text is for people, and may say only that something went wrong. Then, or if only the long
     * text says what is missing or what runs, the long text is used or added, without the platform's stack at its end.
     */
    private static PlatformError error(JsonNode row, int status) {
        String code = row.path("errorcode").asText("");
        PlatformError brief =
                PlatformError.of(code, text(row, "friendlymessage").orElse("").strip());
        PlatformError whole = PlatformError.of(
                code,
                text(row, "message")
                        .map(message -> withoutStack(message).replaceFirst(EXCEPTION, ""))
                        .orElse(""));
        if (brief.message().isEmpty() && whole.message().isEmpty()) {
            return PlatformError.of(
                    code, status == CANCELED ? "The job was cancelled in the environment." : "The job failed.");
        }
        boolean more = brief.message().isEmpty()
                || brief.code().isEmpty() && whole.code().isPresent()
                || MissingParts.inText(brief.message()).isEmpty()
                        && !MissingParts.inText(whole.message()).isEmpty()
                || ConcurrencyRefusal.of(brief).isEmpty()
                        && ConcurrencyRefusal.of(whole).isPresent();
        if (more) {
            return whole;
        }
        boolean empty = NOTHING_SAID.matcher(brief.message()).lookingAt()
                && !whole.message().isEmpty()
                && !brief.message().contains(whole.message());
        return empty ? PlatformError.of(code, brief.message() + " " + whole.message()) : brief;
    }

    private static String withoutStack(String message) {
        return message.strip()
                .lines()
                .takeWhile(line -> !isOfStack(line))
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /** Whether a line is one of a stack, which the platform indents: {@code   at Microsoft.Crm…}. */
    private static boolean isOfStack(String line) {
        String call = line.stripLeading();
        return call.length() < line.length() && call.startsWith("at ");
    }

    private static Optional<String> text(JsonNode row, String column) {
        return Optional.of(row.path(column).asText("")).filter(text -> !text.isBlank() && !text.equals("null"));
    }
}
