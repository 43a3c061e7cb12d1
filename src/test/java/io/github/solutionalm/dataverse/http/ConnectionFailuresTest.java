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
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a person reads when no connection comes about. */
class ConnectionFailuresTest {

    @Test
    void tellsANameThatDnsDoesNotKnow() {
        WebApiException e = failure("https://no-such-environment.invalid");

        assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(e)
                .hasMessageContaining("host no-such-environment.invalid not found in DNS")
                .hasMessageContaining("<environment><url>")
                .hasMessageContaining("<proxy> in settings.xml");
        assertThat(e.certainlyNotAccepted()).isTrue();
    }

    @Test
    void tellsAServerThatDoesNotSpeakTls() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    // What is not read before the end would be answered by a reset, which may overtake the answer.
                    socket.getInputStream().read(new byte[8192]);
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().read(new byte[8192]);
                } catch (IOException e) {
                    // The test is over.
                }
            });
            thread.setDaemon(true);
            thread.start();
            WebApiException e = failure("https://127.0.0.1:" + server.getLocalPort());

            assertThat(e.kind()).isEqualTo(Kind.TLS);
            assertThat(e)
                    .hasMessageContaining("no encrypted connection to 127.0.0.1 was established")
                    .hasMessageContaining("javax.net.ssl.trustStore");
        }
    }

    @Test
    void tellsAServerThatDoesNotAnswer() {
        try (Loopback server = new Loopback()) {
            server.then(exchange -> {
                try {
                    new CountDownLatch(1).await(); // until the server is closed
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });

            try (ApiFixture fixture = new ApiFixture()) {
                WebApiException e =
                        catchThrowableOfType(WebApiException.class, () -> fixture.api(server.url(), Optional.empty())
                                .call(
                                        new ApiFixture.Call("POST", "x", Duration.ofMillis(500)),
                                        fixture.in(Duration.ofMinutes(1))));

                assertThat(e.kind()).isEqualTo(Kind.SLOW);
                assertThat(e.certainlyNotAccepted()).isFalse();
                assertThat(e).hasMessageContaining("It is unknown whether the environment acted on it");
            }
        }
    }

    private static WebApiException failure(String url) {
        try (ApiFixture fixture = new ApiFixture()) {
            return catchThrowableOfType(WebApiException.class, () -> fixture.api(url, Optional.empty())
                    .call(new ApiFixture.Call("GET", "x"), fixture.in(Duration.ofMinutes(10))));
        }
    }
}
