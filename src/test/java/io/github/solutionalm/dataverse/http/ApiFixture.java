package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.time.Deadline;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A Web API over a scripted server, with a clock that only pauses move. */
final class ApiFixture implements AutoCloseable {

    static final String TOKEN = "token-0123456789";

    final Loopback server = new Loopback();
    final List<Duration> pauses = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<Secret> refused = new ArrayList<>();
    final Redaction redaction = new Redaction();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Secret token = redaction.hide(Secret.of(TOKEN));

    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    final Retry retry = new Retry(
            clock,
            pause -> {
                pauses.add(pause);
                now = now.plus(pause);
            },
            new Random(1),
            (reason, pause) -> told.add(reason));

    private final AccessTokens tokens = new AccessTokens() {
        @Override
        public Secret current(Deadline deadline) {
            return token;
        }

        @Override
        public boolean refused(Secret old) {
            refused.add(old);
            token = redaction.hide(Secret.of("renewed-" + refused.size() + "-0123456789"));
            return true;
        }
    };

    WebApi api() {
        return api(server.url(), Optional.empty());
    }

    WebApi api(String url, Optional<ProxySettings> proxy) {
        try {
            return new WebApi(
                    DataverseUrl.parse(url),
                    Transport.of(proxy, clock, redaction),
                    tokens,
                    retry,
                    "solution-maven-plugin/test");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Deadline in(Duration time) {
        return Deadline.in(time, clock);
    }

    JsonNode get(String path) throws WebApiException {
        return api().call(new Call("GET", path), in(Duration.ofMinutes(10)));
    }

    WebApiException failureOf(String method) {
        return failureOf(method, Duration.ofMinutes(10));
    }

    WebApiException failureOf(String method, Duration deadline) {
        return catchThrowableOfType(
                WebApiException.class, () -> api().call(new Call(method, "solutions"), in(deadline)));
    }

    @Override
    public void close() {
        server.close();
    }

    /** The simplest call. Its time is the machine's own: so much that nobody waits for it, unless that is what a test is about. */
    record Call(String method, String resource, Duration time) implements WebApiCall<JsonNode> {

        Call(String method, String resource) {
            this(method, resource, Duration.ofMinutes(10));
        }

        @Override
        public String describe() {
            return "read the solutions of the environment";
        }

        @Override
        public ApiPath path() {
            return ApiPath.of(resource);
        }

        @Override
        public Optional<Body> body() {
            return method.equals("POST")
                    ? Optional.of(new Json(JsonNodeFactory.instance.objectNode().put("Managed", true)))
                    : Optional.empty();
        }

        @Override
        public JsonNode read(Answer answer) throws IOException {
            return method.equals("POST") && answer.status() == 204 ? MissingNode.getInstance() : answer.json();
        }
    }
}
