package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.FileBody;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Imports and waits for the end, as older environments want it. Front ends cut the wait after some minutes, and the import
 * goes on (facts/dataverse.md 4.3).
 *
 * @param with how
 * @param job the import job's id, chosen here
 * @param file the package, as a zip
 */
record ImportSolution(ImportParameters with, UUID job, Path file) implements Post<Started> {

    @Override
    public String describe() {
        return "import " + with.solution();
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("ImportSolution");
    }

    @Override
    public ObjectNode parameters() {
        return with.json(job);
    }

    @Override
    public Optional<Body> body() {
        return Optional.of(new FileBody("CustomizationFile", file, parameters()));
    }

    @Override
    public Duration time() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Started read(Answer answer) {
        return Started.DONE;
    }
}
