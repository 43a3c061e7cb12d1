package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of the platform: the {@code error} of an OData answer, in all the forms in which it comes.
 *
 * @param code the platform's code, such as 0x8004801D; empty when it gave none
 * @param message the platform's text, as it came
 */
public record PlatformError(OptionalInt code, String message) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HEX = Pattern.compile("0x([0-9A-Fa-f]{1,8})");
    private static final Pattern FAILURE_IN_TEXT = Pattern.compile("0x(8[0-9A-Fa-f]{7})\\b");
    private static final Pattern FAULT = Pattern.compile("<ErrorCode>\\s*(-?\\d{1,11})\\s*</ErrorCode>");
    private static final Pattern FAULT_TEXT = Pattern.compile("<Message>([^<]{1,4000})</Message>");

    /** An error with the given code; if there is none, with the one that the text names. */
    public static PlatformError of(String code, String message) {
        OptionalInt given = code(code);
        return new PlatformError(given.isPresent() ? given : inText(message), message);
    }

    /** The code as the platform's tables write it: {@code 0x8004801D}. */
    public Optional<String> hex() {
        return code.isPresent() ? Optional.of(hex(code.getAsInt())) : Optional.empty();
    }

    /** Whether the code is one of these. */
    public boolean is(int... codes) {
        return code.isPresent() && java.util.Arrays.stream(codes).anyMatch(one -> one == code.getAsInt());
    }

    /** A code in hexadecimal: {@code 0x8004801D} for the one that SDK traces and jobs write as {@code -2147188707}. */
    public static String hex(int code) {
        return String.format(Locale.ROOT, "0x%08X", code);
    }

    /** Reads a code in hexadecimal or as a signed or unsigned decimal; empty when it is none, or zero, which says nothing. */
    public static OptionalInt code(String text) {
        Matcher hex = HEX.matcher(text.strip());
        try {
            int code = hex.matches() ? Integer.parseUnsignedInt(hex.group(1), 16) : (int) Long.parseLong(text.strip());
            return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** Reads the body of an error answer; empty when it is not from the platform, such as a gateway's HTML. */
    public static Optional<PlatformError> parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? Optional.empty() : parse(json);
        } catch (JsonProcessingException e) {
            return fault(body);
        }
    }

    /**
     * Reads {@code {"error":{"code","message","innererror"}}}; the older {@code {"Message","ExceptionMessage","ErrorCode"}}; and
     * that of Entra, {@code {"error":"invalid_client","error_description"}}.
     */
    private static Optional<PlatformError> parse(JsonNode json) {
        JsonNode error = json.path("error");
        JsonNode source = error.isObject() ? error : json;
        String message = first(source, "message", "Message", "error_description", "ExceptionMessage");
        JsonNode inner =
                source.path("innererror").isMissingNode() ? source.path("InnerException") : source.path("innererror");
        String innermost = first(inner, "message", "Message", "ExceptionMessage");
        if (message.isBlank() || message.equals("An error has occurred.")) {
            message = innermost.isBlank() ? message : innermost;
        }
        OptionalInt code = code(first(source, "code", "ErrorCode", "errorCode"));
        if (code.isEmpty()) {
            code = code(first(inner, "code", "ErrorCode", "HResult"));
        }
        if (code.isEmpty()) {
            code = inText(message);
        }
        return message.isBlank() && code.isEmpty() ? Optional.empty() : Optional.of(new PlatformError(code, message));
    }

    /** Reads a fault of the older SOAP interface, or JSON that was cut at its end. */
    private static Optional<PlatformError> fault(String body) {
        Matcher code = FAULT.matcher(body);
        if (code.find()) {
            Matcher text = FAULT_TEXT.matcher(body);
            return Optional.of(new PlatformError(code(code.group(1)), text.find() ? text.group(1) : ""));
        }
        OptionalInt inText = body.stripLeading().startsWith("{") ? inText(body) : OptionalInt.empty();
        return inText.isPresent() ? Optional.of(new PlatformError(inText, body)) : Optional.empty();
    }

    private static OptionalInt inText(String text) {
        Matcher matcher = FAILURE_IN_TEXT.matcher(text);
        return matcher.find() ? code(matcher.group()) : OptionalInt.empty();
    }

    private static String first(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return "";
    }
}
