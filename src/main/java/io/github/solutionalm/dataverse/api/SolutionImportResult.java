package io.github.solutionalm.dataverse.api;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an environment says of an import that has ended.
 *
 * @param log the file with the formatted log, if there is one
 * @param passed whether it says that the import passed
 */
public record SolutionImportResult(Optional<Path> log, boolean passed) {}
