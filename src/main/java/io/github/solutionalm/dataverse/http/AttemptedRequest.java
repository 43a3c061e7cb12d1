package io.github.solutionalm.dataverse.http;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * A request that was attempted, for the messages of its failures.
 *
 * @param description what it does, such as {@code read the solutions of the environment}
 * @param url its URL; shown without the query
 * @param redaction removes secrets from what is shown
 */
record AttemptedRequest(String description, URI url, Redaction redaction) {

    private static final int LONGEST = 2_000;

    WebApiException failed(String reason, String fix, Failure failure) {
        return failed(reason, fix, failure, null);
    }

    WebApiException failed(String reason, String fix, Failure failure, Throwable cause) {
        return new WebApiException(this, line(reason), fix, failure, clean(cause));
    }

    /** The cause, replaced by its cleaned text if it has a secret: parsers quote what they read, and mvn -e shows causes. */
    private Throwable clean(Throwable cause) {
        StringBuilder said = new StringBuilder();
        for (Throwable one = cause; one != null; one = one.getCause()) {
            said.append(one).append(' ');
        }
        String all = said.toString();
        if (redaction.of(all).equals(all)) {
            return cause;
        }
        IOException told = new IOException(line(all));
        told.setStackTrace(cause.getStackTrace());
        return told;
    }

    /** The message: what was tried, why it failed and what to do. */
    String sentence(String reason, String fix, Failure failure) {
        StringBuilder message = new StringBuilder(256)
                .append("Tried to ")
                .append(line(description))
                .append(" at ")
                .append(address())
                .append(" but failed because: ")
                .append(reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason)
                .append(". ")
                .append(fix);
        String ids = ids(failure);
        return redaction.of(
                ids.isEmpty()
                        ? message.toString()
                        : message.append(" (").append(ids).append(')').toString());
    }

    String address() {
        return url.getScheme() + "://" + url.getRawAuthority()
                + Optional.ofNullable(url.getRawPath()).orElse("");
    }

    /** Text of a server in one line of bounded length, without secrets and control characters. */
    String line(String text) {
        String line = redaction
                .of(text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String ids(Failure failure) {
        String status =
                failure.status().isPresent() ? "HTTP " + failure.status().getAsInt() : "";
        String code = failure.error().flatMap(PlatformError::hex).orElse("");
        return String.join(
                ", ",
                java.util.stream.Stream.of(status, code, failure.ids().toString())
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
