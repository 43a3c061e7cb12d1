package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made again, after which pause, and what is not. */
class RetryTest {

    private static final String OK = "{\"value\":[]}";

    private final ApiFixture fixture = new ApiFixture();
    private final Loopback server = fixture.server;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void readsAgainAfterWhatMayPass(int status) throws Exception {
        server.then(status, "").then(status, "").then(200, OK);

        fixture.get("solutions");

        assertThat(server.requests()).hasSize(3);
        assertThat(fixture.told).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x80072321", "0x80072322", "0x80072326", "0x80044151", "-2147204783", "0x8004ED47"})
    void readsAgainAfterThrottlingAndSqlTimeouts(String code) throws Exception {
        server.then(400, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"busy\"}}")
                .then(200, OK);

        fixture.get("solutions");

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void repeatsAGenericSqlErrorThatIsATimeout() throws Exception {
        server.then(400, error("0x80044150", "SQL Server error: Execution Timeout Expired."))
                .then(200, OK);
        fixture.get("solutions");
        assertThat(server.requests()).hasSize(2);

        server.then(400, error("0x80044150", "Cannot create a row of size 8061"))
                .then(400, "");
        server.then(400, error("0x80044150", "Cannot create a row of size 8061"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 412, 413, 501})
    void doesNotAskAgainWhatIsRefusedForGood(int status) {
        server.then(status, error("0x80040203", "no"));

        fixture.failureOf("GET");

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void pausesGrowAndVary() {
        server.then(502, "");

        fixture.failureOf("GET", Duration.ofHours(1));

        assertThat(server.requests()).hasSize(10);
        for (int i = 0; i < fixture.pauses.size(); i++) {
            long full = Math.min(30_000, 1_000L << i);
            assertThat(fixture.pauses.get(i).toMillis()).isBetween(full / 2, full);
        }
        assertThat(fixture.pauses.get(5)).isNotEqualTo(fixture.pauses.get(6));
    }

    @Test
    void waitsAsLongAsTheAnswerAsksInSeconds() throws Exception {
        server.then(429, "", "Retry-After", "17").then(200, OK);

        fixture.get("solutions");

        assertThat(fixture.pauses).singleElement().satisfies(pause -> assertThat(pause)
                .isBetween(Duration.ofSeconds(17), Duration.ofSeconds(18)));
    }

    @Test
    void waitsUntilTheDateOfTheAnswer() throws Exception {
        server.then(503, "", "Retry-After", "Sun, 22 Nov 2026 10:00:40 GMT").then(200, OK);

        fixture.get("solutions");

        assertThat(fixture.pauses).singleElement().satisfies(pause -> assertThat(pause)
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(41)));
    }

    @Test
    void givesUpBeforeSleepingPastTheDeadline() {
        server.then(429, error("0x80072322", "Number of requests exceeded"), "Retry-After", "300");

        WebApiException e = fixture.failureOf("GET", Duration.ofSeconds(120));

        assertThat(fixture.pauses).isEmpty();
        assertThat(e.kind()).isEqualTo(Kind.DEADLINE);
        assertThat(e)
                .hasMessageContaining("Number of requests exceeded")
                .hasMessageContaining("only 120 s are left")
                .hasMessageContaining("-Dsolution.timeout");
    }

    @Test
    void doesNotSendAfterTheDeadline() {
        WebApiException e = fixture.failureOf("GET", Duration.ZERO);

        assertThat(server.requests()).isEmpty();
        assertThat(e.kind()).isEqualTo(Kind.DEADLINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void startsNothingTwiceWhenItMayHaveBegun(int status) {
        server.then(status, "");

        WebApiException e = fixture.failureOf("POST");

        assertThat(server.requests()).hasSize(1);
        assertThat(e.certainlyNotAccepted()).isFalse();
    }

    @Test
    void startsAgainWhatWasThrottled() throws Exception {
        server.then(429, "", "Retry-After", "5")
                .then(503, "", "Retry-After", "5")
                .then(200, OK);

        fixture.api().call(new ApiFixture.Call("POST", "ImportSolutionAsync"), fixture.in(Duration.ofMinutes(5)));

        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void doesNotStartAgainAfterAnErrorOfThePlatformThatComesAs503() {
        server.then(503, error("0x80040216", "An unexpected error occurred."), "Retry-After", "5");

        fixture.failureOf("POST");

        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 503, 500})
    void leavesTheWaitForAnotherOperationToTheCaller(int status) {
        server.then(
                status,
                error(
                        "0x80071151",
                        "Cannot start the requested operation [PublishAll] because there is another [Import] running at this"
                                + " moment. Use Solution History for more details."),
                "Retry-After",
                "5");

        WebApiException e = fixture.failureOf("POST");

        assertThat(server.requests()).hasSize(1);
        assertThat(e.kind()).isEqualTo(Kind.CONCURRENT);
        assertThat(e.certainlyNotAccepted()).isTrue();
        assertThat(e.concurrency()).get().satisfies(refusal -> assertThat(refusal.running())
                .contains("Import"));
    }

    @Test
    void repeatsWhatWasSentOverAConnectionThatBroke() throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        try (ServerSocket socket = brokenServer(arrived)) {
            WebApi api = fixture.api("http://127.0.0.1:" + socket.getLocalPort(), Optional.empty());

            api.call(new ApiFixture.Call("GET", "x"), fixture.in(Duration.ofMinutes(5)));

            assertThat(arrived).hasValueGreaterThanOrEqualTo(2);
            assertThat(fixture.told).allMatch(reason -> reason.contains("the connection was lost"));
        }
    }

    @Test
    void doesNotRepeatAStartWhoseConnectionBroke() throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        try (ServerSocket socket = brokenServer(arrived)) {
            WebApi api = fixture.api("http://127.0.0.1:" + socket.getLocalPort(), Optional.empty());

            WebApiException e = catchThrowableOfType(
                    WebApiException.class,
                    () -> api.call(new ApiFixture.Call("POST", "x"), fixture.in(Duration.ofMinutes(5))));

            // None, when the connection broke before; the client then may have opened a second one.
            assertThat(arrived).hasValueLessThanOrEqualTo(1);
            assertThat(e.kind()).isEqualTo(Kind.LOST);
            assertThat(e.certainlyNotAccepted()).isFalse();
        }
    }

    @Test
    void repeatsAStartWhoseConnectionWasRefused() {
        int port = server.port();
        server.close();
        WebApi api = fixture.api("http://127.0.0.1:" + port, Optional.empty());

        WebApiException e = catchThrowableOfType(
                WebApiException.class,
                () -> api.call(new ApiFixture.Call("POST", "x"), fixture.in(Duration.ofHours(1))));

        assertThat(fixture.pauses).hasSize(9);
        assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(e.certainlyNotAccepted()).isTrue();
        assertThat(e).hasMessageContaining("127.0.0.1 refuses the connection");
    }

    /** Resets the first two connections, one before and one after the request was read, and answers the rest. */
    private static ServerSocket brokenServer(AtomicInteger arrived) throws Exception {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            for (int count = 1; !server.isClosed(); count++) {
                try (Socket socket = server.accept()) {
                    if (count != 1 && socket.getInputStream().read(new byte[8192]) > 0) {
                        arrived.incrementAndGet();
                    }
                    if (count < 3) {
                        socket.setSoLinger(true, 0);
                        continue;
                    }
                    String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                            + OK.length() + "\r\nConnection: close\r\n\r\n" + OK;
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // The test is over.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static String error(String code, String message) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
    }

    @Test
    void namesTheReasonToThoseWhoWait() throws Exception {
        server.then(
                        429,
                        error("0x80072326", "Number of concurrent requests exceeded the limit of 52."),
                        "Retry-After",
                        "2")
                .then(200, OK);

        fixture.get("solutions");

        assertThat(fixture.told)
                .isEqualTo(List.of("the environment currently accepts no more requests: Number of concurrent requests"
                        + " exceeded the"
                        + " limit of 52. (0x80072326)"));
    }
}
