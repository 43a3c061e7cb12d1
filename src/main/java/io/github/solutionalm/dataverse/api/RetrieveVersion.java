package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import io.github.solutionalm.model.SolutionVersion;
import java.io.IOException;

/** Reads the platform version of the environment. */
public record RetrieveVersion() implements Get<PlatformVersion> {

    @Override
    public String describe() {
        return "read the version of the environment";
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("RetrieveVersion()");
    }

    @Override
    public PlatformVersion read(Answer answer) throws IOException {
        String text = answer.json().path("Version").asText();
        try {
            return new PlatformVersion(SolutionVersion.parse(text));
        } catch (IllegalArgumentException e) {
            throw new UnreadableAnswer("the answer has no version, but '" + text + "'");
        }
    }
}
