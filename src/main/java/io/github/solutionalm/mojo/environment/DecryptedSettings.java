package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.dataverse.http.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;

/**
 * Reads a decrypted server or proxy of settings.xml safely. If Maven 3 can't decrypt a password it keeps the
 * ciphertext, and an unset variable keeps its name: neither is sent to a server.
 */
final class DecryptedSettings {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");
    /** What {@code mvn --encrypt-password} and {@code mvnenc} write. */
    private static final Pattern CIPHERTEXT = Pattern.compile(".*\\{[A-Za-z0-9+/=\\[\\]:, _-]{20,}}.*", Pattern.DOTALL);

    private final String kind;
    private final String id;
    private final List<String> encrypted = new ArrayList<>();

    /**
     * Makes the decryption of one entry of the settings.
     *
     * @param kind {@code server} or {@code proxy}
     */
    DecryptedSettings(String kind, String id) {
        this.kind = kind;
        this.id = id;
    }

    /** Encrypted values of the file; never part of a message. */
    void told(String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                encrypted.add(value);
            }
        }
    }

    /** Throws if decryption failed. Maven prints warnings itself. */
    void check(List<SettingsProblem> problems) throws MojoExecutionException {
        String said = problems.stream()
                .filter(problem -> problem.getSeverity() != Severity.WARNING)
                .map(problem -> Optional.ofNullable(problem.getMessage()).orElse("no reason given"))
                .map(this::withoutSecrets)
                .distinct()
                .collect(Collectors.joining("; "));
        if (!said.isEmpty()) {
            throw undecryptable(said);
        }
    }

    Optional<String> text(String element, String value) throws MojoExecutionException {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (VARIABLE.matcher(value.strip()).matches()) {
            throw wrong(
                    "its <" + element + "> is " + value.strip() + ", but no such variable or property is set",
                    "Set it, or write the value instead");
        }
        return Optional.of(value.strip());
    }

    /** A secret, unchanged, blanks included. */
    Optional<Secret> secret(String element, String value) throws MojoExecutionException {
        if (text(element, value).isEmpty()) {
            return Optional.empty();
        }
        if (encrypted.contains(value) && CIPHERTEXT.matcher(value).matches()) {
            throw undecryptable("its <" + element + "> is still encrypted");
        }
        return Optional.of(Secret.of(value));
    }

    MojoExecutionException wrong(String why, String fix) {
        return new MojoExecutionException(
                String.format(Locale.ROOT, "The <%s> '%s' of settings.xml can't be used: %s. %s.", kind, id, why, fix));
    }

    private MojoExecutionException undecryptable(String why) {
        // Without a cause: with -X Maven would print its message, which may quote the file.
        return wrong(
                "it can't be decrypted: " + why,
                "Nothing was sent. Check that the password was encrypted with this settings-security.xml (on"
                        + " Maven 4: with mvnenc), or encrypt it again");
    }

    private String withoutSecrets(String message) {
        String clean = message;
        for (String value : encrypted) {
            clean = clean.replace(value, "***");
        }
        return clean.strip().replaceAll("(?<!\\.)\\.++$", "");
    }
}
