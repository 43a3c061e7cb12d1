package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.packaging.OpenedPackage;
import java.nio.file.Path;
import java.util.Optional;

/** The manifest of a package, read without its components. */
public final class PackageHead {

    private PackageHead() {}

    /**
     * Reads file and manifest.
     *
     * @throws io.github.solutionalm.RefusalException if it is not a solution package, or its hash is not the pinned
     * one
     */
    public static ApplyRequest.Expected read(Path file, Optional<String> sha256) throws SolutionException {
        try (OpenedPackage opened = OpenedPackage.open(file, sha256)) {
            return new ApplyRequest.Expected(opened.file(), opened.manifest());
        }
    }
}
