package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.mojo.artifacts.Coordinates;
import java.io.File;

/** What an element of the configuration or a property names as a package. */
sealed interface PackageSource {

    /**
     * A path.
     *
     * @param file .zip, .cab or an unzipped folder; may be relative to the project's base directory
     */
    record InFile(File file) implements PackageSource {}

    /**
     * A Maven artifact.
     *
     * @param coordinates of a main or attached artifact
     */
    record InRepository(Coordinates coordinates) implements PackageSource {}
}
