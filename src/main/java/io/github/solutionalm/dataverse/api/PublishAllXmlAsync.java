package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;

/** Starts to publish all customizations. */
public record PublishAllXmlAsync() implements Post<Started> {

    @Override
    public String describe() {
        return "start to publish all customizations";
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("PublishAllXmlAsync");
    }

    @Override
    public Started read(Answer answer) throws IOException {
        return Started.job(answer);
    }
}
