package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.time.Duration;

/**
 * Applies a staged upgrade and waits for the end, as older environments want it.
 *
 * @param solution unique name of the base
 */
record DeleteAndPromote(String solution) implements Post<Started> {

    @Override
    public String describe() {
        return "apply the staged upgrade of " + solution;
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("DeleteAndPromote");
    }

    @Override
    public ObjectNode parameters() {
        return Post.super.parameters().put("UniqueName", solution);
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
