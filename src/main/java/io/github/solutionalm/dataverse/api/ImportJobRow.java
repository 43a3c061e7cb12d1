package io.github.solutionalm.dataverse.api;

/**
 * A row of the table {@code importjobs}.
 *
 * @param progress progress in percent; a success may end below 100 (docs/platform-facts.md, "The import job")
 * @param ended whether the import has ended
 */
public record ImportJobRow(double progress, boolean ended) {}
