package io.github.solutionalm.dataverse;

import io.github.solutionalm.Finding;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.dataverse.http.PlatformError;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a platform says, in the form of findings. */
final class Findings {

    /** What every import of workflows and steps brings along (facts/dataverse.md 2.8). */
    private static final Set<String> HARMLESS = Set.of("0x80045042", "0x80045043", "0x8004F039");

    private Findings() {}

    static Finding of(PlatformError error) {
        return of(error.code(), MissingParts.withoutList(error.message()));
    }

    static Finding of(OptionalInt code, String message) {
        return of(code.isPresent() ? PlatformError.hex(code.getAsInt()) : "", sentence(message));
    }

    /**
     * A warning; one that is known to be harmless says so.
     *
     * @param code empty where there is none
     */
    static Finding warning(String code, String message) {
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
