package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.GrownInput;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of an error answer, from the platform or from something in between. */
public final class ErrorFuzz {

    private static final int[] STATUS = {400, 401, 403, 404, 429, 500, 503};
    private static final URI URL = URI.create("https://contoso.crm4.dynamics.com/api/data/v9.2/solutions");

    private ErrorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] body = GrownInput.expand(input);
        AttemptedRequest attempted = new AttemptedRequest("read the solutions", URL, new Redaction());
        Bounds.hold(() -> {
            for (int status : STATUS) {
                Answer answer = new Answer(
                        status,
                        HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true),
                        new ByteArrayInputStream(body));
                new AnswerFailures(Clock.systemUTC())
                        .of(attempted, answer, RequestIds.of(Optional.of("1"), answer.headers()))
                        .getMessage();
            }
        });
    }
}
