package io.github.solutionalm.mojo.artifacts;

import java.util.Optional;

/**
 * What the repositories say of an artifact's releases.
 *
 * @param last the highest one below a version; empty if there is none
 * @param remark what whoever reads the log should know, whole sentences: repositories that did not answer
 */
public record ReleasedVersions(Optional<String> last, Optional<String> remark) {}
