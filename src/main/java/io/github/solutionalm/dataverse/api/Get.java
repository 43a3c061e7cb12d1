package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.WebApiCall;

/** A call that reads, and changes nothing. */
interface Get<T> extends WebApiCall<T> {

    @Override
    default String method() {
        return "GET";
    }
}
