package io.github.solutionalm.embedded;

import java.util.List;
import java.util.Set;

/**
 * What is configured about an embedded environment.
 *
 * @param providedSolutions name patterns ({@code *} for any text) of solutions that it is taken to hold although they
 *     were never imported, besides the built-in list
 * @param languages enabled LCIDs; empty for all
 */
public record EmbeddedSettings(List<String> providedSolutions, Set<Integer> languages) {

    public EmbeddedSettings {
        providedSolutions = List.copyOf(providedSolutions);
        languages = Set.copyOf(languages);
    }

    /** Nothing provided besides the built-in list, all languages enabled. */
    public static EmbeddedSettings defaults() {
        return new EmbeddedSettings(List.of(), Set.of());
    }
}
