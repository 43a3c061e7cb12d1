package io.github.solutionalm.dataverse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package of 128 MB goes through the server to disk, never whole in memory. */
class LargeUploadTest {

    private static final long SIZE = 128L * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void goesToDiskAsItArrives() throws Exception {
        byte[] block = "A".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (DataverseServer server = DataverseServer.start(ServerSettings.in(folder))) {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(
                                            URI.create(server.url() + "/api/data/v9.2/StageSolution"))
                                    .header("Authorization", "Bearer " + server.token())
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofInputStream(() -> body(block)))
                                    .build(),
                            BodyHandlers.ofString());

            // Zeros are no package; what counts is that they arrived.
            assertThat(response.body()).contains("0x80048060");
            try (Stream<Path> uploads = Files.list(folder.resolve("uploads"))) {
                assertThat(Files.size(uploads.findFirst().orElseThrow())).isEqualTo(SIZE);
            }
        }
    }

    private static InputStream body(byte[] block) {
        long blocks = SIZE * 4 / 3 / block.length;
        InputStream head = text("{\"CustomizationFile\":\"");
        List<InputStream> parts = Stream.concat(
                        Stream.concat(
                                Stream.of(head),
                                Stream.generate(() -> (InputStream) new ByteArrayInputStream(block))
                                        .limit(blocks)),
                        Stream.of(text("A".repeat((int) (SIZE / 3 * 4 - blocks * block.length)) + padding() + "\"}")))
                .toList();
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** What is left over of groups of three bytes. */
    private static String padding() {
        return switch ((int) (SIZE % 3)) {
            case 1 -> "AA==";
            case 2 -> "AAA=";
            default -> "";
        };
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
