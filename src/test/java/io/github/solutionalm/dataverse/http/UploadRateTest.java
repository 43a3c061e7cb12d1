package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.Flow;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Encoding on the way costs little: to give out bytes that were encoded beforehand takes not many times less of the processor.
 * What is counted is the time of this one thread on it, so that it does not depend on what else the machine does. What an
 * upload is beside curl is measured by the benchmark (docs/benchmark.md), which needs a quiet machine.
 */
class UploadRateTest {

    private static final int ROUNDS = 9;
    private static final double MOST = 4;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

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

        double[] ratios = DoubleStream.generate(
                        () -> nanos(body::publisher) / nanos(() -> BodyPublishers.ofFile(ready)))
                .limit(ROUNDS)
                .sorted()
                .toArray();

        assertThat(ratios[ROUNDS / 2])
                .as("median of times, encoded on the way / encoded before")
                .isLessThan(MOST);
    }

    private interface Source {
        BodyPublisher open() throws IOException;
    }

    private static double nanos(Source body) {
        try {
            BodyPublisher publisher = body.open();
            Taker taker = new Taker();
            long begin = PROCESSOR.getCurrentThreadCpuTime();
            publisher.subscribe(taker);
            long took = PROCESSOR.getCurrentThreadCpuTime() - begin;
            assertThat(taker.taken).isEqualTo(publisher.contentLength());
            return took;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes piece after piece. */
    private static final class Taker implements Flow.Subscriber<ByteBuffer> {

        private long taken;

        @Override
        public void onSubscribe(Flow.Subscription pieces) {
            pieces.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            taken += piece.remaining();
        }

        @Override
        public void onError(Throwable e) {
            throw new AssertionError(e);
        }

        @Override
        public void onComplete() {}
    }
}
