package io.github.solutionalm.embedded;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /** These settings with more solutions that it is taken to hold. */
    public EmbeddedSettings providing(List<String> more) {
        return new EmbeddedSettings(
                Stream.concat(providedSolutions.stream(), more.stream()).toList(),
                languages,
                blocksUnmanagedCustomizations);
    }

    /** Whether it is taken to hold a solution, by the built-in list or by these settings. */
    public boolean provides(String uniqueName) {
        return new ProvidedSolutions(providedSolutions).contains(uniqueName);
    }

    /** Nothing provided besides the built-in list, all languages enabled, unmanaged packages taken. */
    public static EmbeddedSettings defaults() {
        return new EmbeddedSettings(List.of(), Set.of(), false);
    }
}
