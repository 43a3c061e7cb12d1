package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An answer that contains a document of up to tens of MB, such as the log of a large import. The document is
 * streamed to a file and never held in memory.
 *
 * @param rest the answer with an empty text in place of the document
 * @param document the file; empty when there was no document, or nothing in it
 */
record SpooledAnswer(JsonNode rest, Optional<Path> document) {

    /** The greatest length of such an answer. */
    static final long BYTES = 256L * 1024 * 1024;

    /**
     * Reads an answer.
     *
     * @param name name of the document in the JSON
     * @param folder folder for the file, in the build directory: a clean build also deletes what a killed build left there
     */
    static SpooledAnswer read(Answer answer, String name, Path folder) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(folder), "solution-", ".xml");
        // The reports delete it once they are written; this is for builds that write none.
        file.toFile().deleteOnExit();
        boolean read = false;
        try {
            JsonNode rest = spooled(answer, name, file);
            read = Files.size(file) > 0;
            return new SpooledAnswer(rest, read ? Optional.of(file) : Optional.empty());
        } finally {
            if (!read) {
                Files.delete(file);
            }
        }
    }

    private static JsonNode spooled(Answer answer, String name, Path file) throws IOException {
        try (BufferedReader json =
                        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8.newDecoder()));
                Writer text = answer.clean(new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)))) {
            return answer.json(new DivertedText(json, name, text));
        }
    }
}
