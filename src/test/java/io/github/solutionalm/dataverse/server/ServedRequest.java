package io.github.solutionalm.dataverse.server;

import java.util.Map;

/**
 * A request that came in, as a test may look at it: without secrets.
 *
 * @param method HTTP method
 * @param call name of the call, {@code token} for the sign-in, or empty for what the server does not know
 * @param path path, decoded
 * @param query query as sent
 * @param headers by lower-case name; {@code authorization} without its token
 * @param bodyBytes how long the body was, as far as it was read
 * @param fault what the script did with it; empty for nothing
 * @param status status of the answer; 0 when none was sent
 */
public record ServedRequest(
        String method,
        String call,
        String path,
        String query,
        Map<String, String> headers,
        long bodyBytes,
        String fault,
        int status) {}
