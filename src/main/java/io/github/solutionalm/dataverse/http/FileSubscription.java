package io.github.solutionalm.dataverse.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** One sending of a file: pieces are read and encoded as they are asked for, one at a time. */
final class FileSubscription implements Subscription {

    /** A multiple of three, so that each piece's base64 joins the next without a gap. */
    private static final int PIECE = 3 * 64 * 1024;

    private final FilePublisher publisher;
    private final Subscriber<? super ByteBuffer> subscriber;
    private final byte[] piece = new byte[PIECE];
    private final SlicedBase64 base64 = new SlicedBase64();

    private InputStream in;
    private long left;
    private long demand;
    private boolean sending;
    private boolean ended;
    private Step step = Step.BEFORE;

    private enum Step {
        BEFORE,
        FILE,
        AFTER,
        END
    }

    FileSubscription(FilePublisher publisher, Subscriber<? super ByteBuffer> subscriber) {
        this.publisher = publisher;
        this.subscriber = subscriber;
        this.left = publisher.fileBytes();
    }

    void begin() {
        subscriber.onSubscribe(this);
    }

    /** Asked for on the client's threads, and again from within {@code onNext}: only one of them sends. */
    @Override
    public void request(long count) {
        synchronized (this) {
            if (count <= 0) {
                fail(new IllegalArgumentException("asked for " + count + " pieces"));
                return;
            }
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            if (sending) {
                return;
            }
            sending = true;
        }
        send();
    }

    @Override
    public synchronized void cancel() {
        end();
    }

    private void send() {
        while (true) {
            synchronized (this) {
                if (ended || demand == 0) {
                    sending = false;
                    return;
                }
                demand--;
            }
            try {
                ByteBuffer next = next();
                subscriber.onNext(next);
                if (step == Step.END) {
                    cancel();
                    subscriber.onComplete();
                }
            } catch (IOException e) {
                fail(e);
            }
        }
    }

    private ByteBuffer next() throws IOException {
        switch (step) {
            case BEFORE -> {
                in = Files.newInputStream(publisher.file());
                step = left == 0 ? Step.AFTER : Step.FILE;
                return ByteBuffer.wrap(publisher.before());
            }
            case FILE -> {
                ByteBuffer encoded = encode();
                step = left == 0 ? Step.AFTER : Step.FILE;
                return encoded;
            }
            default -> {
                if (in.read() >= 0) {
                    throw changed();
                }
                step = Step.END;
                return ByteBuffer.wrap(publisher.after());
            }
        }
    }

    private ByteBuffer encode() throws IOException {
        int length = in.readNBytes(piece, 0, (int) Math.min(PIECE, left));
        if (length < Math.min(PIECE, left)) {
            throw changed();
        }
        left -= length;
        return base64.encode(piece, length);
    }

    private UploadChanged changed() {
        return new UploadChanged("the file " + publisher.file() + " changed while it was sent");
    }

    private void fail(Exception e) {
        cancel();
        subscriber.onError(e);
    }

    private synchronized void end() {
        ended = true;
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                // It was only read.
            }
        }
    }
}
