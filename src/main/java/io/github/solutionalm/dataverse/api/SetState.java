package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RetryPolicy;
import io.github.solutionalm.dataverse.http.WebApiCall;
import java.util.Map;
import java.util.Optional;

/**
 * Activates or deactivates a row by an update of statecode and statuscode, which is SetState in the Web API
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/sla, and for flows
 * https://learn.microsoft.com/power-automate/manage-flows-with-code). With If-Match the update does not make a missing row
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/update-delete-entities-using-web-api).
 *
 * @param describe what is done, after "Tried to"
 * @param path path of the row
 * @param state the new statecode
 * @param status the new statuscode
 */
record SetState(String describe, ApiPath path, int state, int status) implements WebApiCall<Boolean> {

    @Override
    public String method() {
        return "PATCH";
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("If-Match", "*");
    }

    @Override
    public Optional<Body> body() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        return Optional.of(new Json(content.put("statecode", state).put("statuscode", status)));
    }

    @Override
    public RetryPolicy repeat() {
        return RetryPolicy.ALWAYS;
    }

    @Override
    public Boolean read(Answer answer) {
        return true;
    }
}
