package io.github.solutionalm.dataverse;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.time.Duration;

/** Publishes all customizations and waits for the end, as older environments want it. */
record PublishAllXml() implements Post<Started> {

    @Override
    public String describe() {
        return "publish all customizations";
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("PublishAllXml");
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
