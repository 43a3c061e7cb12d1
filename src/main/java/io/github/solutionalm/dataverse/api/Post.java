package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.WebApiCall;
import java.util.Optional;

/** An action: made once unless it is certain that it was not accepted. */
interface Post<T> extends WebApiCall<T> {

    @Override
    default String method() {
        return "POST";
    }

    /** What the action is told. */
    default ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    default Optional<Body> body() {
        return Optional.of(new Json(parameters()));
    }
}
