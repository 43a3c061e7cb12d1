package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A call that reads a document of an import into a file, since a large import has a large log. */
interface DocumentGet<T> extends Get<T> {

    /** The folder for the file. */
    Path spool();

    @Override
    default long answerBytes() {
        return SpooledAnswer.BYTES;
    }

    @Override
    default Duration time() {
        return Duration.ofMinutes(10);
    }

    /** The answer, with its document in a file. */
    default SpooledAnswer spooled(Answer answer, String document) throws IOException {
        return SpooledAnswer.read(answer, document, spool());
    }
}
