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
 * Reads parameters that Maven passes as text. We read them ourselves, since Maven's own message for a wrong value names
 * neither the property nor the values allowed.
 */
public final class ParameterText {

    private static final Duration LONGEST = Duration.ofDays(365);

    private ParameterText() {}

    /**
     * One of the words of an enum, in any case.
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
        throw wrong(parameter, value, "allowed are: " + allowed + ".");
    }

    /**
     * An ISO-8601 duration that is not negative, and no longer than a year: clocks end somewhere.
     *
     * @throws MojoExecutionException naming parameter, property, value and an example
     */
    public static Duration duration(String parameter, String value) throws MojoExecutionException {
        String form = "expected an ISO-8601 duration, such as PT90S (90 seconds), PT60M (60 minutes) or PT1H30M.";
        try {
            Duration duration = Duration.parse(value.strip());
            if (duration.isNegative()) {
                throw wrong(parameter, value, form);
            }
            if (duration.compareTo(LONGEST) > 0) {
                throw wrong(parameter, value, "the longest is P365D.");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw wrong(parameter, value, form);
        }
    }

    /**
     * A pattern {@code Type:key}. A type that is not known may be a table of somebody's, unless it is nearly one that is known.
     *
     * @throws MojoExecutionException naming parameter, property, value and an example, or the type that was meant
     */
    public static void typeAndKey(String parameter, String value) throws MojoExecutionException {
        int colon = value.indexOf(':');
        if (colon <= 0 || colon == value.strip().length() - 1) {
            throw wrong(
                    parameter, value, "expected a pattern Type:key, such as Attribute:contoso_order.contoso_legacy*.");
        }
        String type = value.substring(0, colon).strip();
        List<String> known =
                ComponentType.known().stream().map(ComponentType::name).toList();
        boolean isKnown = type.indexOf('*') >= 0 || known.stream().anyMatch(type::equalsIgnoreCase);
        if (!isKnown && known.stream().anyMatch(name -> Similar.isNear(type, name))) {
            throw wrong(parameter, value, "there is no type of components '" + type + "'" + Similar.to(type, known));
        }
    }

    private static MojoExecutionException wrong(String parameter, String value, String rule) {
        return new MojoExecutionException(String.format(
                Locale.ROOT,
                "The parameter <%s> (-D%s%s) has the value '%s', which it can't have; %s",
                parameter,
                CommandLineProperties.PREFIX,
                parameter,
                value,
                rule));
    }
}
