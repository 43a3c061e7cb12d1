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
 * Switches a workflow, flow or step on: an update of its state
 * (https://learn.microsoft.com/power-automate/manage-flows-with-code). If-Match keeps it from making a row that is not there.
 *
 * @param what is switched on
 */
record SwitchOn(Switchable what) implements WebApiCall<Boolean> {

    @Override
    public String describe() {
        return "switch on the " + what.label();
    }

    @Override
    public String method() {
        return "PATCH";
    }

    @Override
    public ApiPath path() {
        return what.path();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("If-Match", "*");
    }

    @Override
    public Optional<Body> body() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("statecode", what.onState()).put("statuscode", what.onStatus());
        return Optional.of(new Json(state));
    }

    @Override
    public Repeat repeat() {
        return Repeat.ALWAYS;
    }

    @Override
    public Boolean read(Answer answer) {
        return true;
    }
}
