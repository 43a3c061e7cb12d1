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
 * Activates or deactivates a row: an update of statecode and statuscode, which the tables' references name as the
 * Web API's way to
 * SetState (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/sla, and for flows
 * https://learn.microsoft.com/power-automate/manage-flows-with-code). If-Match keeps the update from making a row that is not
 * there (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/update-delete-entities-using-web-api).
 *
 * @param describe what is done, after "Tried to"
 * @param path of the row
 * @param state statecode
 * @param status statuscode
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
