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
 * An answer's body as it arrives, with a time limit. The client's own time-out ends with the headers, and depends on threads of
 * the client that may be dead: here the reading thread waits itself, and no longer than allowed. One piece at a time is in
 * memory.
 */
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {

    /** The time was over before the body ended. */
    static final class Late extends IOException {
        private static final long serialVersionUID = 1L;

        Late() {
            super("the rest of the answer did not arrive in time");
        }
    }

    /** An arrival: bytes, the end, or a failure. */
    private record Arrival(List<ByteBuffer> bytes, boolean end, IOException failure) {}

    private static final Arrival NOTHING = new Arrival(List.of(), false, null);

    /** The subscription of a body that is closed before the real one comes, which is then cancelled. */
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
     * A body of which nothing has arrived yet.
     *
     * @param allowed time from the first read to the end
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
            // The limit is for the whole body: otherwise each byte could come just before its wait is over.
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

    /** Ends the connection if the body was not read to its end. */
    @Override
    public void close() {
        if (!current.end() && !subscription.complete(NOBODYS)) {
            subscription.join().cancel();
        }
    }
}
