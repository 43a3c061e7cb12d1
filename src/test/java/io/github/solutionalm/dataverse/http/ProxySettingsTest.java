package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy of settings.xml: which hosts it is for, and what happens when it refuses. */
class ProxySettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ; ",
            value = {
                "contoso.crm4.dynamics.com ; *.internal|build.example ; true",
                "git.internal ; *.internal|build.example ; false",
                "GIT.Internal ; *.internal ; false",
                "build.example ; *.internal| build.example ; false",
                "buildxexample ; build.example ; true",
                "sub.build.example ; build.example ; true",
                "10.1.2.3 ; 10.* ; false",
                "localhost ; '' ; false",
                "127.0.0.1 ; '' ; false",
                "169.254.169.254 ; '' ; false",
            })
    void isForTheHostsThatAreNotExcepted(String host, String exceptions, boolean applies) {
        ProxySettings proxy = proxy(8080, exceptions);

        assertThat(proxy.applies(host)).isEqualTo(applies);
        assertThat(proxy.selector().select(URI.create("https://" + host + "/")))
                .containsExactly(
                        applies
                                ? new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 8080))
                                : Proxy.NO_PROXY);
    }

    @Test
    void showsNoPassword() {
        assertThat(proxy(8080, "").toString()).contains("me").doesNotContain("hush-hush");
    }

    @Test
    void tellsTheProxyWhoAsksAndTheServerItsToken() throws Exception {
        try (Loopback server = new Loopback();
                ApiFixture fixture = new ApiFixture()) {
            server.then(200, "{\"value\":[]}");

            through(fixture, server.port(), "http://contoso.example");

            assertThat(server.lastRequest().target()).isEqualTo("http://contoso.example/x");
            assertThat(server.lastRequest().header("Proxy-Authorization")).contains("Basic bWU6aHVzaC1odXNo");
            assertThat(server.lastRequest().header("Authorization")).contains("Bearer token");
            assertThat(fixture.redaction.of("you sent Basic bWU6aHVzaC1odXNo")).isEqualTo("you sent Basic ***");
        }
    }

    @Test
    void tellsNobodyElseWhoAsks() throws Exception {
        try (Loopback server = new Loopback();
                ApiFixture fixture = new ApiFixture()) {
            server.then(200, "{\"value\":[]}");

            through(fixture, 1, server.url());

            assertThat(server.lastRequest().header("Proxy-Authorization")).isEmpty();
        }
    }

    /** A request outside the Web API, which is never made without encryption. */
    private static void through(ApiFixture fixture, int port, String url) throws WebApiException {
        Transport transport = Transport.of(Optional.of(at(port)), fixture.clock, fixture.redaction);
        transport.send(
                "ask",
                java.net.http.HttpRequest.newBuilder(URI.create(url + "/x")).header("Authorization", "Bearer token"),
                new Limits(Duration.ofMinutes(30), 1_000, fixture.in(Duration.ofMinutes(30))),
                Answer::json);
    }

    @Test
    void saysWhatToDoWhenTheProxyWantsOtherCredentials() throws Exception {
        assertThat(tunnelAnswering(
                        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\""))
                .hasMessageContaining("jdk.http.auth.tunneling.disabledSchemes")
                .hasMessageContaining("<proxy> in settings.xml")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.PROXY));
    }

    @Test
    void saysThatTheProxyRefuses() throws Exception {
        assertThat(tunnelAnswering("HTTP/1.1 403 Forbidden"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.PROXY))
                .hasMessageContaining("does not let the connection through")
                .hasMessageContaining("allow contoso.crm4.dynamics.com");
    }

    @Test
    void namesTheProxyThatRefusesTheConnection() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (ApiFixture fixture = new ApiFixture()) {
            assertThat(failure(fixture, port)).hasMessageContaining("proxy 127.0.0.1:" + port);
        }
    }

    @Test
    void knowsTheProxysAnswerFromThatOfTheSignInService() throws Exception {
        try (Loopback server = new Loopback();
                ApiFixture fixture = new ApiFixture()) {
            server.then(407, "", "Proxy-Authenticate", "Basic realm=\"corp\"");

            assertThat(catchThrowableOfType(
                            WebApiException.class, () -> through(fixture, server.port(), "http://contoso.example")))
                    .hasMessageContaining("the proxy rejects the credentials, it asks for Basic realm=\"corp\"")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.PROXY));
        }
    }

    private static WebApiException tunnelAnswering(String status) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ApiFixture fixture = new ApiFixture()) {
            Thread thread = new Thread(() -> {
                while (!server.isClosed()) {
                    try (Socket socket = server.accept()) {
                        socket.getInputStream().read(new byte[8192]);
                        socket.getOutputStream()
                                .write((status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        // The test is over.
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
            return failure(fixture, server.getLocalPort());
        }
    }

    private static WebApiException failure(ApiFixture fixture, int port) {
        WebApi api = fixture.api("https://contoso.crm4.dynamics.com", Optional.of(at(port)));
        return catchThrowableOfType(
                WebApiException.class,
                () -> api.call(new ApiFixture.Call("GET", "x"), fixture.in(Duration.ofMinutes(10))));
    }

    private static ProxySettings at(int port) {
        return new ProxySettings("127.0.0.1", port, Optional.of("me"), Optional.of(Secret.of("hush-hush")), "");
    }

    private static ProxySettings proxy(int port, String exceptions) {
        return new ProxySettings(
                "proxy.example", port, Optional.of("me"), Optional.of(Secret.of("hush-hush")), exceptions);
    }
}
