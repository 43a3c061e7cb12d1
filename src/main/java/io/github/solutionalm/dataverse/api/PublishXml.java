package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.time.Duration;

/**
 * Publishes some customizations and waits for the end.
 *
 * @param what names of the customizations
 */
public record PublishXml(ParameterXml what) implements Post<Started> {

    @Override
    public String describe() {
        return "publish what was imported";
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("PublishXml");
    }

    @Override
    public ObjectNode parameters() {
        return Post.super.parameters().put("ParameterXml", what.text());
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
