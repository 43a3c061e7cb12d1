package io.github.solutionalm.mojo.artifacts;

import io.github.solutionalm.model.PackageArtifact;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An artifact that was found.
 *
 * @param file where it is, absolute
 * @param artifact what it is and where it comes from
 * @param remark what whoever reads the log should know of it, a whole sentence
 */
public record ResolvedPackage(Path file, PackageArtifact artifact, Optional<String> remark) {}
