package io.github.solutionalm.dataverse.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.http.Answer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document of any length comes out of an answer by way of little memory. */
class SpooledAnswerTest {

    private static final int BLOCKS = 64;
    private static final int BLOCK = 1024 * 1024;
    private static final long MOST = 32L * BLOCK;

    @TempDir
    private Path folder;

    private long most;

    @Test
    void isNeverInMemory() throws Exception {
        byte[] block = "x".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
        List<InputStream> parts = new ArrayList<>();
        parts.add(text("{\"data\":\"<a>"));
        for (int i = 0; i < BLOCKS; i++) {
            parts.add(new ByteArrayInputStream(block));
        }
        parts.add(text("</a>\",\"importjobid\":\"1\"}"));
        long idle = used();

        SpooledAnswer answer = SpooledAnswer.read(answer(measured(parts)), "data", folder);

        Path document = answer.document().orElseThrow();
        assertThat(Files.size(document)).isEqualTo((long) BLOCKS * BLOCK + "<a></a>".length());
        Files.delete(document);
        assertThat(answer.rest().path("importjobid").asText()).isEqualTo("1");
        assertThat(most - idle).as("bytes alive over those before").isLessThan(MOST);
    }

    @Test
    void hasNoFileWhereThereIsNoDocument() throws Exception {
        assertThat(SpooledAnswer.read(answer(text("{\"data\":null}")), "data", folder)
                        .document())
                .isEmpty();
        assertThat(SpooledAnswer.read(answer(text("{\"data\":\" \\n\"}")), "data", folder)
                        .document())
                .isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private InputStream measured(List<InputStream> parts) {
        return new SequenceInputStream(Collections.enumeration(parts)) {
            private long read;

            @Override
            public int read(byte[] bytes, int offset, int length) throws java.io.IOException {
                int more = super.read(bytes, offset, length);
                if (read / (16 * BLOCK) != (read + more) / (16 * BLOCK)) {
                    most = Math.max(most, used());
                }
                read += more;
                return more;
            }
        };
    }

    private static Answer answer(InputStream body) {
        return new Answer(200, HttpHeaders.of(Map.of(), (a, b) -> true), body);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
