package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Repeat;
import io.github.solutionalm.dataverse.http.WebApiCall;
import java.util.Map;
import java.util.Optional;

/**
 * Activates a rule or puts it into draft: an update of statecode and statuscode, which the table's reference names as the Web
 * API's way to SetState (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/sla). If-Match
 * keeps the update from making a row that is not there
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/update-delete-entities-using-web-api).
 *
 * @param rule the rule
 * @param active whether it is to be active
 */
record SetRuleState(ActiveRule rule, boolean active) implements WebApiCall<Boolean> {

    @Override
    public String describe() {
        return (active ? "activate the " : "put into draft the ") + rule.label();
    }

    @Override
    public String method() {
        return "PATCH";
    }

    @Override
    public ApiPath path() {
        return rule.path();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("If-Match", "*");
    }

    @Override
    public Optional<Body> body() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("statecode", active ? 1 : 0).put("statuscode", active ? 2 : 1);
        return Optional.of(new Json(state));
    }

    @Override
    public Repeat repeat() {
        return Repeat.ALWAYS;
    }

    @Override
    public Boolean read(Answer answer) {
        return active;
    }
}
