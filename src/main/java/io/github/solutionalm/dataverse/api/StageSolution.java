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
 * Uploads a package and has the environment look at it, without importing it. Doing so twice changes nothing but the rows of
 * uploads; how often is for who makes the call to say, since each time takes minutes.
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

    /** A few MB take the environment seconds to look at; the largest ones take minutes. */
    @Override
    public Duration time() {
        return Duration.ofMinutes(20);
    }

    @Override
    public StagedPackage read(Answer answer) throws IOException {
        return StagedPackage.of(answer.json());
    }
}
