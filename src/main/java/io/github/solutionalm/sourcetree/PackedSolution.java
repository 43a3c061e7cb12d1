package io.github.solutionalm.sourcetree;

import io.github.solutionalm.model.SolutionManifest;
import java.nio.file.Path;
import java.util.List;

/**
 * A package that was made of a source tree.
 *
 * @param file the .zip
 * @param manifest what it says of itself
 * @param entries number of files in it
 * @param warnings what is worth knowing of it, as whole sentences
 */
public record PackedSolution(Path file, SolutionManifest manifest, int entries, List<String> warnings) {

    public PackedSolution {
        warnings = List.copyOf(warnings);
    }
}
