package io.github.solutionalm.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.EnvironmentVariable.Type;
import io.github.solutionalm.xml.CanonicalXml;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The value of an environment variable, or the connection of a connection reference, as an environment keeps it. */
public final class SettingValue {

    private static final Set<String> YES = Set.of("yes", "true");
    private static final Set<String> NO = Set.of("no", "false");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern SECRET = Pattern.compile(
            "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.KeyVault/vaults/[^/]+/secrets/[^/]+",
            Pattern.CASE_INSENSITIVE);
    /** Placeholders of build tools, and of Maven where a property is not set. */
    private static final Pattern PLACEHOLDER = Pattern.compile("#\\{[^}]*}#|\\$\\{[^}]*}");

    private static final int SHOWN = 40;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SettingValue() {}

    /** What is wrong with a value, as the rest of a sentence and what to do; of a secret it shows nothing. */
    public static Optional<String> problem(EnvironmentVariable variable, String value) {
        if (isPlaceholder(value)) {
            return Optional.of("is " + shown(value) + ", which looks like an unresolved placeholder. Replace it"
                    + " with the value.");
        }
        return switch (variable.type()) {
            case STRING, DATA_SOURCE -> Optional.empty();
            case NUMBER -> unless(NUMBER.matcher(value.strip()).matches(), value, "a number, such as 42 or 0.5");
            case BOOLEAN -> unless(YES.contains(word(value)) || NO.contains(word(value)), value, "yes or no");
            case JSON -> unless(isJson(value), value, "JSON");
            case SECRET ->
                SECRET.matcher(value.strip()).matches()
                        ? Optional.empty()
                        : Optional.of("is not the resource id of a secret in Azure Key Vault; it is not shown"
                                + " here. Store the secret in a vault and give its id:"
                                + " /subscriptions/<id>/resourceGroups/<group>"
                                + "/providers/Microsoft.KeyVault/vaults/<vault>/secrets/<secret>.");
        };
    }

    /** Whether a text is a placeholder that should have been replaced before. */
    static boolean isPlaceholder(String value) {
        return PLACEHOLDER.matcher(value.strip()).matches();
    }

    /** The value as the platform writes it: {@code yes} and {@code no}, numbers and secrets without blanks around. */
    public static String normal(EnvironmentVariable variable, String value) {
        if (variable.type() == Type.BOOLEAN) {
            return YES.contains(word(value)) ? "yes" : "no";
        }
        return variable.type() == Type.NUMBER || variable.type() == Type.SECRET ? value.strip() : value;
    }

    /** The definition of a value as a component, in UTF-8. */
    public static byte[] xml(EnvironmentVariable variable, String value) {
        return xml("environmentvariablevalue", "schemaname", variable.schemaName(), Map.of("value", value));
    }

    /** The definition of a connection as a component, in UTF-8. */
    public static byte[] connectionXml(String logicalName, String connectionId, String connectorId) {
        return xml(
                "connection",
                "connectionreferencelogicalname",
                logicalName,
                Map.of("connectionid", connectionId, "connectorid", connectorId));
    }

    private static byte[] xml(String element, String key, String name, Map<String, String> columns) {
        CanonicalXml xml = new CanonicalXml();
        xml.start(element, new TreeMap<>(Map.of(key, name)));
        new TreeMap<>(columns).forEach((column, text) -> {
            xml.start(column, new TreeMap<>());
            xml.text(text.toCharArray(), text.length());
            xml.end(column);
        });
        xml.end(element);
        return Arrays.copyOf(xml.buffer(), xml.length());
    }

    private static Optional<String> unless(boolean right, String value, String expected) {
        return right
                ? Optional.empty()
                : Optional.of(
                        "is '" + shown(value) + "', but the variable takes " + expected + ". Correct the" + " value.");
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    private static String word(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(String value) {
        try {
            return !MAPPER.readTree(value).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }
}
