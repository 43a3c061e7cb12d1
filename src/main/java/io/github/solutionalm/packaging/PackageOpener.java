package io.github.solutionalm.packaging;

import io.github.solutionalm.SolutionException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the packages of a build. */
@FunctionalInterface
public interface PackageOpener {

    /**
     * Opens a package, which the caller closes.
     *
     * @param path .zip, .cab or an unzipped folder
     * @param sha256 the content that it must have, in any case, or any
     * @throws SolutionException as {@link OpenedPackage#open} does
     */
    OpenedPackage open(Path path, Optional<String> sha256) throws SolutionException;
}
