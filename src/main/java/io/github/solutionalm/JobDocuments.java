package io.github.solutionalm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Documents that the environment wrote about an import, in files because they may be long. Reports copy them
 * unchanged and generate missing ones.
 *
 * @param log the formatted log, SpreadsheetML, in UTF-8
 * @param data the document of the import job, XML, in UTF-8
 */
public record JobDocuments(Optional<Path> log, Optional<Path> data) {

    /** The environment wrote nothing. */
    public static final JobDocuments NONE = new JobDocuments(Optional.empty(), Optional.empty());

    /**
     * Deletes the files, once nobody wants to read them any more.
     *
     * @throws IOException when one cannot be deleted
     */
    public void discard() throws IOException {
        if (log.isPresent()) {
            Files.deleteIfExists(log.get());
        }
        if (data.isPresent()) {
            Files.deleteIfExists(data.get());
        }
    }
}
