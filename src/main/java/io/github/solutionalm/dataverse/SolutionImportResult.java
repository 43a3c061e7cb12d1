package io.github.solutionalm.dataverse;

/**
 * What an environment says of an import that has ended.
 *
 * @param log the formatted log; may be empty
 * @param passed whether it says that the import passed; true when it does not say
 */
record SolutionImportResult(String log, boolean passed) {}
