package io.github.solutionalm.dataverse.api;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The environment's result of a finished import.
 *
 * @param log the file with the formatted log, if there is one
 * @param passed whether the import succeeded according to it
 */
public record SolutionImportResult(Optional<Path> log, boolean passed) {}
