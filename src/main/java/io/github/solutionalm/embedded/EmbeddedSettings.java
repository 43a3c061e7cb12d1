package io.github.solutionalm.embedded;

import java.util.List;
import java.util.Set;

/**
 * What is configured about an embedded environment.
 *
 * @param providedSolutions name patterns ({@code *} for any text) of solutions that it is taken to hold although they
 *     were never imported, besides the built-in list
 * @param languages enabled LCIDs; empty for all
 * @param blocksUnmanagedCustomizations whether it refuses unmanaged packages, as the platform's setting "Block unmanaged
 *     customizations" has it (https://learn.microsoft.com/power-platform/alm/block-unmanaged-customizations)
 */
public record EmbeddedSettings(
        List<String> providedSolutions, Set<Integer> languages, boolean blocksUnmanagedCustomizations) {

    public EmbeddedSettings {
        providedSolutions = List.copyOf(providedSolutions);
        languages = Set.copyOf(languages);
    }

    /** Nothing provided besides the built-in list, all languages enabled, unmanaged packages taken. */
    public static EmbeddedSettings defaults() {
        return new EmbeddedSettings(List.of(), Set.of(), false);
    }
}
