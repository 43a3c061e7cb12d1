package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Encoding on the way costs little: the same client, sending bytes that were encoded beforehand, is not many times as quick.
 * What it is beside curl is measured by the benchmark (docs/benchmark.md), which needs a quiet machine.
 */
class UploadRateTest {

    private static final int ROUNDS = 9;
    private static final double MOST = 4;

    @TempDir
    private Path folder;

    @Test
    void isNearThatOfReadyMadeBytes() throws Exception {
        byte[] content = new byte[24 * 1024 * 1024];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("a.zip"), content);
        Path ready = Files.writeString(
                folder.resolve("a.json"),
                "{\"CustomizationFile\":\"" + Base64.getEncoder().encodeToString(content) + "\"}",
                StandardCharsets.US_ASCII);
        FileBody body = new FileBody("CustomizationFile", file, JsonNodeFactory.instance.objectNode());
        HttpServer server = drain();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

            double[] ratios = DoubleStream.generate(() -> seconds(client, url, body::publisher)
                            / seconds(client, url, () -> BodyPublishers.ofFile(ready)))
                    .limit(ROUNDS)
                    .sorted()
                    .toArray();

            assertThat(ratios[ROUNDS / 2])
                    .as("median of times, encoded on the way / encoded before")
                    .isLessThan(MOST);
        } finally {
            server.stop(0);
        }
    }

    private interface Source {
        BodyPublisher open() throws IOException;
    }

    private static double seconds(HttpClient client, URI url, Source body) {
        try {
            long begin = System.nanoTime();
            client.send(HttpRequest.newBuilder(url).POST(body.open()).build(), BodyHandlers.discarding());
            return (System.nanoTime() - begin) / 1e9;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpServer drain() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange;
                    InputStream in = exchange.getRequestBody()) {
                in.transferTo(OutputStream.nullOutputStream());
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        return server;
    }
}
