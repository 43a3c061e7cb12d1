package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.PlatformError;
import io.github.solutionalm.engine.MissingAdvice;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PlatformCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes findings of errors and warnings of the platform. */
public final class Findings {

    /** Codes of warnings of every import of workflows and steps (docs/platform-facts.md, "Workflows, steps and flows"). */
    private static final Set<String> HARMLESS = Set.of("0x80045042", "0x80045043", "0x8004F039");

    private Findings() {}

    public static Finding of(PlatformError error) {
        return of(error.code(), error.message(), MissingParts.inText(error.message()));
    }

    /**
     * An error; one for missing dependencies gets advice, since the platform gives none.
     *
     * @param missing the missing dependencies, as far as the platform names them
     */
    public static Finding of(OptionalInt code, String message, List<MissingDependency> missing) {
        String hex = code.isPresent() ? PlatformError.hex(code.getAsInt()) : "";
        String text = sentence(MissingParts.withoutList(message));
        boolean advised = hex.equalsIgnoreCase(PlatformCode.MISSING_DEPENDENCIES.code()) && !missing.isEmpty();
        return of(hex, advised ? text + " " + MissingAdvice.of(missing) : text);
    }

    /**
     * A warning; a harmless one says so.
     *
     * @param code the platform's code; empty if there is none
     */
    public static Finding warning(String code, String message) {
        String text = sentence(message);
        return of(
                code.strip(),
                isHarmless(code) ? text + " This is known to be harmless: the import replaces it." : text);
    }

    private static Finding of(String hex, String text) {
        return hex.isEmpty()
                ? Finding.withoutCode(text)
                : new Finding(hex, PlatformCode.nameOf(hex), text, Optional.empty());
    }

    static boolean isHarmless(String code) {
        return HARMLESS.stream().anyMatch(code::equalsIgnoreCase);
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "The environment gives no reason." : stripped;
    }
}
