package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.FileBody;
import io.github.solutionalm.dataverse.http.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Uploads a package, which the environment checks and does not import. A second upload changes nothing but the rows of
 * uploads; the caller decides how often it is tried, since each upload takes minutes.
 *
 * @param solution unique name and version, for messages
 * @param file the package, as a zip
 */
public record StageSolution(String solution, Path file) implements Post<StagedPackage> {

    @Override
    public String describe() {
        return "upload the package of " + solution;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("StageSolution");
    }

    @Override
    public Optional<Body> body() {
        return Optional.of(new FileBody("CustomizationFile", file, parameters()));
    }

    @Override
    public RetryPolicy repeat() {
        return RetryPolicy.IF_NOT_ACCEPTED;
    }

    /** The time of the call: the environment checks a few MB in seconds, and the largest packages in minutes. */
    @Override
    public Duration time() {
        return Duration.ofMinutes(20);
    }

    @Override
    public StagedPackage read(Answer answer) throws IOException {
        return StagedPackage.of(answer.json());
    }
}
