package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;
import java.util.UUID;

/**
 * Reads the state of a system job.
 *
 * @param id id of the row in {@code asyncoperations}
 */
public record ReadSystemJob(UUID id) implements Get<SystemJob> {

    @Override
    public String describe() {
        return "read the state of the job " + id;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("asyncoperations(" + id + ")").with("$select", SystemJob.COLUMNS);
    }

    @Override
    public SystemJob read(Answer answer) throws IOException {
        JsonNode row = answer.json();
        SystemJob.SHAPE.check(row, "the answer");
        return SystemJob.of(row).orElseThrow(() -> new UnreadableAnswer("the answer is not a job"));
    }
}
