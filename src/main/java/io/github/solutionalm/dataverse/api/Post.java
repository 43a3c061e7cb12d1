package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.WebApiCall;
import java.util.Optional;

/** A call of an action: it is repeated only if it certainly was not accepted. */
interface Post<T> extends WebApiCall<T> {

    @Override
    default String method() {
        return "POST";
    }

    /** The parameters of the action. */
    default ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    default Optional<Body> body() {
        return Optional.of(new Json(parameters()));
    }
}
