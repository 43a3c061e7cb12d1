package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;

/**
 * Starts the application of a staged upgrade.
 *
 * @param solution unique name of the base
 */
public record DeleteAndPromoteAsync(String solution) implements Post<Started> {

    @Override
    public String describe() {
        return "start to apply the staged upgrade of " + solution;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("DeleteAndPromoteAsync");
    }

    @Override
    public ObjectNode parameters() {
        return Post.super.parameters().put("UniqueName", solution);
    }

    @Override
    public Started read(Answer answer) throws IOException {
        return Started.job(answer);
    }
}
