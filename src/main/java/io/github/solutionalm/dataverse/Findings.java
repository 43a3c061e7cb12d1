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
        String hex = code.isPresent() ? PlatformError.hex(code.getAsInt()) : PlatformCode.IMPORT_ERROR.code();
        return new Finding(hex, PlatformCode.nameOf(hex), sentence(message), Optional.empty());
    }

    /** A warning; one that is known to be harmless says so. */
    static Finding warning(String code, String message) {
        String hex = code.isBlank() ? PlatformCode.IMPORT_ERROR.code() : code;
        String text = sentence(message);
        return new Finding(
                hex,
                PlatformCode.nameOf(hex),
                isHarmless(hex) ? text + " This is known to be harmless: the import replaces it." : text,
                Optional.empty());
    }

    static boolean isHarmless(String code) {
        return HARMLESS.stream().anyMatch(code::equalsIgnoreCase);
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "The environment gives no reason." : stripped;
    }
}
