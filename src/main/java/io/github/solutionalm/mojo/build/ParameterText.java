package io.github.solutionalm.mojo.build;

import io.github.solutionalm.model.ComponentType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Reads parameters that Maven passes as text. Maven's own message for an invalid value names neither the property nor the allowed
 * values; ours does.
 */
public final class ParameterText {

    private static final Duration LONGEST = Duration.ofDays(365);

    private ParameterText() {}

    /**
     * A constant of an enum, ignoring case.
     *
     * @throws MojoExecutionException naming parameter, property, value and the values allowed
     */
    public static <E extends Enum<E>> E choice(String parameter, String value, Class<E> type)
            throws MojoExecutionException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.strip())) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw wrong(parameter, value, "Allowed: " + allowed + ".");
    }

    /**
     * An ISO-8601 duration, not negative and at most 365 days.
     *
     * @throws MojoExecutionException naming parameter, property, value and an example
     */
    public static Duration duration(String parameter, String value) throws MojoExecutionException {
        String form = "Expected an ISO-8601 duration, such as PT90S (90 seconds), PT60M (60 minutes) or PT1H30M.";
        try {
            Duration duration = Duration.parse(value.strip());
            if (duration.isNegative()) {
                throw wrong(parameter, value, form);
            }
            if (duration.compareTo(LONGEST) > 0) {
                throw wrong(parameter, value, "The maximum is P365D.");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw wrong(parameter, value, form);
        }
    }

    /**
     * A number of at least 1.
     *
     * @throws MojoExecutionException naming parameter, property and value
     */
    public static int positive(String parameter, int value) throws MojoExecutionException {
        if (value < 1) {
            throw wrong(parameter, String.valueOf(value), "Expected a number of at least 1.");
        }
        return value;
    }

    /**
     * A pattern {@code Type:key}. An unknown type may be a custom table, unless it looks like a misspelt known type.
     *
     * @throws MojoExecutionException naming parameter, property, value and an example, or the type that was meant
     */
    public static void typeAndKey(String parameter, String value) throws MojoExecutionException {
        int colon = value.indexOf(':');
        if (colon <= 0 || colon == value.strip().length() - 1) {
            throw wrong(
                    parameter, value, "Expected a pattern Type:key, such as Attribute:contoso_order.contoso_legacy*.");
        }
        String type = value.substring(0, colon).strip();
        List<String> known =
                ComponentType.known().stream().map(ComponentType::name).toList();
        boolean isKnown = type.indexOf('*') >= 0 || known.stream().anyMatch(type::equalsIgnoreCase);
        if (!isKnown && known.stream().anyMatch(name -> Similar.isNear(type, name))) {
            throw wrong(parameter, value, "Unknown component type '" + type + "'" + Similar.to(type, known));
        }
    }

    private static MojoExecutionException wrong(String parameter, String value, String rule) {
        return new MojoExecutionException(String.format(
                Locale.ROOT,
                "Invalid value '%s' for <%s> (-D%s%s). %s",
                value,
                parameter,
                CommandLineProperties.PREFIX,
                parameter,
                rule));
    }
}
