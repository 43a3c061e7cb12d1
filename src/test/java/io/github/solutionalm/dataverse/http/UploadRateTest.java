package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Encoding on the way takes few steps: large pieces, each made once and without copies. What an upload is beside curl is
 * measured by the benchmark (docs/benchmark.md), which needs a quiet machine; here it is counted.
 */
class UploadRateTest {

    private static final int LENGTH = 24 * 1024 * 1024;
    private static final int PIECE = 3 * 64 * 1024;
    private static final long ENCODED = LENGTH / 3 * 4L;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    @Test
    void givesLargePiecesAndNoMoreMemoryThanTheyTake() throws Exception {
        byte[] content = new byte[LENGTH];
        new Random(1).nextBytes(content);
        BodyPublisher body = new FileBody(
                        "CustomizationFile",
                        Files.write(folder.resolve("a.zip"), content),
                        JsonNodeFactory.instance.objectNode())
                .publisher();
        Taker taker = new Taker();
        body.subscribe(new Taker());

        long before = THREADS.getCurrentThreadAllocatedBytes();
        body.subscribe(taker);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(taker.pieces.stream().mapToLong(Integer::longValue).sum()).isEqualTo(body.contentLength());
        assertThat(taker.pieces)
                .as("pieces of the file, the text before and after it")
                .hasSize(LENGTH / PIECE + 2);
        assertThat(allocated).as("bytes of memory that one upload takes").isLessThan(ENCODED + ENCODED / 8);
    }

    /** Takes piece after piece. */
    private static final class Taker implements Flow.Subscriber<ByteBuffer> {

        private final List<Integer> pieces = new ArrayList<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            pieces.add(piece.remaining());
        }

        @Override
        public void onError(Throwable e) {
            throw new AssertionError(e);
        }

        @Override
        public void onComplete() {}
    }
}
