package io.github.solutionalm.dataverse.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the record of a request, without what is secret in it. */
final class RequestRecord {

    private RequestRecord() {}

    static ServedRequest of(HttpRequest request, String call, long bodyBytes, String fault, int status) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.computeIfPresent("authorization", (name, value) -> value.split(" ")[0] + " …");
        return new ServedRequest(
                request.method(), call, request.path(), request.query(), headers, bodyBytes, fault, status);
    }
}
