package io.github.solutionalm.dataverse.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of a request in the platform's logs, which Microsoft's support asks for.
 *
 * @param client id that was chosen here, sent as {@code x-ms-client-request-id}
 * @param service {@code x-ms-service-request-id} of the answer
 * @param request {@code REQ_ID} of the answer
 */
public record RequestIds(Optional<String> client, Optional<String> service, Optional<String> request) {

    static final String CLIENT = "x-ms-client-request-id";
    static final RequestIds NONE = new RequestIds(Optional.empty(), Optional.empty(), Optional.empty());

    static RequestIds of(Optional<String> client, HttpHeaders answer) {
        return new RequestIds(client, answer.firstValue("x-ms-service-request-id"), answer.firstValue("REQ_ID"));
    }

    /** The ids for a message: {@code service request 8a…, client request 1f…}; empty when there are none. */
    @Override
    public String toString() {
        return Stream.of(named("service request", service.or(() -> request)), named("client request", client))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    private static List<String> named(String name, Optional<String> id) {
        // Whatever else a gateway writes there, an id is short and has no blanks.
        return id.filter(text -> text.matches("[!-~]{1,80}")).map(text -> name + " " + text).stream()
                .toList();
    }
}
