package io.github.solutionalm.dataverse.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body as it arrives, for as long as it may take. The client's own time-out ends with the headers, and is kept by
 * threads of the client's that may be dead: here whoever reads waits itself, and no longer than is allowed. It holds one
 * piece at a time.
 */
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {

    /** The time was over before the body was. */
    static final class Late extends IOException {
        private static final long serialVersionUID = 1L;

        Late() {
            super("the rest of the answer did not arrive in time");
        }
    }

    /** What arrived: bytes, the end, or a failure. */
    private record Arrival(List<ByteBuffer> bytes, boolean end, IOException failure) {}

    private static final Arrival NOTHING = new Arrival(List.of(), false, null);

    /** In the place of one that has not come when the body is closed, and is cancelled when it does. */
    private static final Flow.Subscription NOBODYS = new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    };

    private final long allowed;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private Arrival current = NOTHING;
    private int place;
    private long end;

    /**
     * Nothing has arrived yet.
     *
     * @param allowed from the first read to the end
     */
    TimedBody(Duration allowed) {
        this.allowed = allowed.toNanos();
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription arriving) {
        if (subscription.complete(arriving)) {
            arriving.request(1);
        } else {
            arriving.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        arrivals.add(new Arrival(bytes, false, null));
    }

    @Override
    public void onError(Throwable e) {
        arrivals.add(new Arrival(List.of(), true, e instanceof IOException io ? io : new IOException(e)));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            while (place < current.bytes().size()) {
                ByteBuffer piece = current.bytes().get(place);
                if (piece.hasRemaining()) {
                    int read = Math.min(length, piece.remaining());
                    piece.get(bytes, offset, read);
                    return read;
                }
                place++;
            }
            if (current.failure() != null) {
                throw new IOException(current.failure().getMessage(), current.failure());
            }
            if (current.end()) {
                return -1;
            }
            next();
        }
    }

    private void next() throws IOException {
        if (end == 0) {
            end = System.nanoTime() + allowed;
        }
        if (current != NOTHING) {
            subscription.join().request(1);
        }
        try {
            // Bytes that are there do not stretch the time: each byte may come just before its wait is over.
            Arrival next = arrivals.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null || end - System.nanoTime() < 0) {
                throw new Late();
            }
            current = next;
            place = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRead(e);
        }
    }

    /** The reading thread was interrupted: Maven is told to stop. */
    static final class InterruptedRead extends IOException {
        private static final long serialVersionUID = 1L;

        InterruptedRead(InterruptedException cause) {
            super("the build was interrupted", cause);
        }
    }

    /** What is not read is not waited for: the connection ends. */
    @Override
    public void close() {
        if (!current.end() && !subscription.complete(NOBODYS)) {
            subscription.join().cancel();
        }
    }
}
