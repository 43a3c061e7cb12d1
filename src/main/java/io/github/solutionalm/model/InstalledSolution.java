package io.github.solutionalm.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A solution that an environment holds.
 *
 * @param uniqueName its identity, in the case of its package
 * @param friendlyName display name
 * @param version its version
 * @param managed whether it is managed
 * @param publisher unique name of its publisher
 * @param patchOf base solution, when it is a patch
 * @param holdingFor solution that it will replace, when it is a holding solution
 * @param installedOn when it was first installed
 * @param updatedOn when it was last written
 * @param sha256 content of the package that it came from last; empty when the environment does not keep it
 */
public record InstalledSolution(
        String uniqueName,
        String friendlyName,
        SolutionVersion version,
        boolean managed,
        String publisher,
        Optional<String> patchOf,
        Optional<String> holdingFor,
        Instant installedOn,
        Instant updatedOn,
        String sha256) {}
