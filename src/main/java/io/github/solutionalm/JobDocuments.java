package io.github.solutionalm;

import java.util.Optional;

/**
 * What an environment itself wrote about an import. Reports keep it unchanged; what is not there they write themselves.
 *
 * @param log the formatted log, SpreadsheetML
 * @param data the document of the import job, XML
 */
public record JobDocuments(Optional<String> log, Optional<String> data) {

    /** The environment wrote nothing. */
    public static final JobDocuments NONE = new JobDocuments(Optional.empty(), Optional.empty());
}
