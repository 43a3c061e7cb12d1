package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.FileBody.FilePublisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file goes out as base64 in JSON, from disk and not by way of memory. */
class FileBodyTest {

    private static final int PIECE = 3 * 64 * 1024;

    private final ApiFixture fixture = new ApiFixture();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 2, 1_000_000})
    void sendsTheFileAndNothingElse(int length) throws Exception {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        Path file = Files.write(folder.resolve("a.zip"), content);
        fixture.server.then(200, "{}");

        upload(file, JsonNodeFactory.instance.objectNode());

        String body = fixture.server.lastRequest().body();
        JsonNode json = new ObjectMapper().readTree(body);
        assertThat(json.size()).isOne();
        assertThat(json.path("CustomizationFile").binaryValue()).isEqualTo(content);
        assertThat(fixture.server.lastRequest().header("Content-Length")).contains(String.valueOf(body.length()));
    }

    @Test
    void sendsOtherPropertiesAlong() throws Exception {
        Path file = Files.writeString(folder.resolve("a.zip"), "abc");
        fixture.server.then(204, "");

        upload(file, JsonNodeFactory.instance.objectNode().put("PublishWorkflows", true));

        assertThat(fixture.server.lastRequest().body())
                .isEqualTo("{\"PublishWorkflows\":true,\"CustomizationFile\":\"YWJj\"}");
    }

    @Test
    void sendsItAgainForAnotherAttempt() throws Exception {
        Path file = Files.writeString(folder.resolve("a.zip"), "abc");
        fixture.server.then(401, "").then(429, "").then(204, "");

        upload(file, JsonNodeFactory.instance.objectNode());

        assertThat(fixture.server.requests())
                .extracting(request -> request.body())
                .containsOnly("{\"CustomizationFile\":\"YWJj\"}")
                .hasSize(3);
    }

    @Test
    void noticesAFileThatBecomesShorter() throws Exception {
        Path file = Files.write(folder.resolve("a.zip"), new byte[100]);
        FilePublisher announced = new FilePublisher(new byte[0], file, 200, new byte[0]);
        Transport transport = Transport.of(Optional.empty(), fixture.clock, fixture.redaction);

        WebApiException e = catchThrowableOfType(
                WebApiException.class,
                () -> transport.send(
                        "upload",
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(fixture.server.url()))
                                .POST(announced),
                        new Limits(Duration.ofMinutes(30), 100, fixture.in(Duration.ofMinutes(30))),
                        Answer::json));

        assertThat(e).hasMessageContaining("changed while it was sent");
    }

    @Test
    void saysWhichFileIsMissing() {
        WebApiException e = catchThrowableOfType(
                WebApiException.class, () -> upload(folder.resolve("gone.zip"), JsonNodeFactory.instance.objectNode()));

        assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(e).hasMessageContaining("gone.zip can't be read");
    }

    /** 128 MB of body, of which no more than pieces are ever alive. */
    @Test
    void staysSmallHoweverLargeTheFileIs() throws Exception {
        Path file = folder.resolve("large.zip");
        long length = 96L * 1024 * 1024;
        write(file, length);
        AtomicLong received = new AtomicLong();
        AtomicLong most = new AtomicLong();
        HttpServer server = drain(received, most);
        long idle = used();
        try {
            WebApi api = fixture.api("http://127.0.0.1:" + server.getAddress().getPort(), Optional.empty());

            api.call(new Upload(file, JsonNodeFactory.instance.objectNode()), fixture.in(Duration.ofMinutes(2)));
        } finally {
            server.stop(0);
        }

        assertThat(received).hasValue(length / 3 * 4 + "{\"CustomizationFile\":\"\"}".length());
        assertThat(most.get() - idle).as("bytes alive over those before").isLessThan(64L * 1024 * 1024);
    }

    /** Measures what is alive a few times while the body comes in. */
    private static HttpServer drain(AtomicLong received, AtomicLong most) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] buffer = new byte[64 * 1024];
            long measureAt = 0;
            try (exchange;
                    InputStream in = exchange.getRequestBody()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (received.addAndGet(read) >= measureAt) {
                        most.accumulateAndGet(used(), Math::max);
                        measureAt += 32L * 1024 * 1024;
                    }
                }
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        return server;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void write(Path file, long length) throws IOException {
        byte[] block = new byte[1024 * 1024];
        new Random(1).nextBytes(block);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < length; written += block.length) {
                out.write(block);
            }
        }
    }

    private void upload(Path file, ObjectNode others) throws WebApiException {
        fixture.api().call(new Upload(file, others), fixture.in(Duration.ofMinutes(2)));
    }

    private record Upload(Path file, ObjectNode others) implements WebApiCall<Boolean> {

        @Override
        public String describe() {
            return "upload a package";
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public ApiPath path() {
            return ApiPath.of("StageSolution");
        }

        @Override
        public Optional<Body> body() {
            return Optional.of(new FileBody("CustomizationFile", file, others));
        }

        @Override
        public Boolean read(Answer answer) {
            return true;
        }
    }
}
