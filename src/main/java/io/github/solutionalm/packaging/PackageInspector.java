package io.github.solutionalm.packaging;

import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.SolutionException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks into a package without an environment. */
public final class PackageInspector {

    private PackageInspector() {}

    /**
     * Reads the whole package.
     *
     * @param file .zip, .cab or an unzipped folder
     * @param sha256 content that the file must have, or any
     * @throws SolutionException when it is not a solution package, or not this one
     */
    public static PackageInspection inspect(Path file, Optional<String> sha256) throws SolutionException {
        throw new UnsupportedOperationException();
    }
}
