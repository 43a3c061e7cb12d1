package io.github.solutionalm.sourcetree;

import io.github.solutionalm.model.SolutionVersion;
import java.util.List;
import java.util.Optional;

/**
 * How a source tree is packed.
 *
 * @param version the version to write into the manifest, or the one that is there
 * @param uncoveredFails whether a root component without source, or a component that the manifest does not list, fails;
 *     otherwise it is a warning
 * @param mappings where files come from that the tree does not hold; the first that leads to a file counts
 */
public record PackOptions(Optional<SolutionVersion> version, boolean uncoveredFails, List<Mapping> mappings) {

    /** The version of the tree; what is not covered fails. */
    public static final PackOptions DEFAULTS = new PackOptions(Optional.empty(), true, List.of());

    public PackOptions {
        mappings = List.copyOf(mappings);
    }
}
