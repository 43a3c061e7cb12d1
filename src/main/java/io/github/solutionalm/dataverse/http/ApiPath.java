package io.github.solutionalm.dataverse.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A path below {@code …/api/data/v9.2/}: a resource and its options, encoded.
 *
 * @param text the path, ready to be sent
 */
public record ApiPath(String text) {

    /** The path of a resource such as {@code solutions}, {@code WhoAmI()} or {@code importjobs(<guid>)}. */
    public static ApiPath of(String resource) {
        return new ApiPath(resource);
    }

    /** This path with one more option, such as {@code $filter}. */
    public ApiPath with(String option, String value) {
        String separator = text.contains("?") ? "&" : "?";
        // Blanks as %20: the platform takes + for a plus.
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return new ApiPath(text + separator + option + "=" + encoded);
    }

    /** A text as OData writes it: in single quotes, with those inside doubled. */
    public static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
