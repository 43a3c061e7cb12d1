package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** A refusal of the sign-in service, in the form of its errors (docs/platform-facts.md, "Sign-in"). */
final class SignInFault extends Exception {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);

    private final int status;
    private final String error;
    private final int number;

    SignInFault(int status, String error, int number, String message) {
        super(message);
        this.status = status;
        this.error = error;
        this.number = number;
    }

    HttpReply reply(Clock clock) {
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        String timestamp = TIMESTAMP.format(clock.instant().atOffset(ZoneOffset.UTC));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error);
        body.put(
                "error_description",
                "AADSTS" + number + ": " + getMessage() + " Trace ID: " + trace + " Correlation ID: " + correlation
                        + " Timestamp: " + timestamp);
        body.putArray("error_codes").add(number);
        body.put("timestamp", timestamp).put("trace_id", trace).put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + number);
        return HttpReply.of(status, "application/json; charset=utf-8", body.toString());
    }
}
