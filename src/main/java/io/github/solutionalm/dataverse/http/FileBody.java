package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/**
 * A JSON object with the base64 of a file as one of its properties. The file is never in memory as a whole: it is encoded while
 * it is sent, and read again for each attempt.
 *
 * @param property name of the property, such as {@code CustomizationFile}
 * @param file the package, as a zip; must not change while it is sent
 * @param others the other properties
 */
public record FileBody(String property, Path file, ObjectNode others) implements WebApiCall.Body {

    /**
     * Returns the publisher of the body, which knows its length beforehand.
     *
     * @throws IOException when the file can't be read
     */
    BodyPublisher publisher() throws IOException {
        String json = others.toString();
        String before = json.substring(0, json.length() - 1) + (others.isEmpty() ? "\"" : ",\"") + property + "\":\"";
        return new FilePublisher(bytes(before), file, Files.size(file), bytes("\"}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The file changed after its length was announced. */
    static final class UploadChanged extends IOException {

        private static final long serialVersionUID = 1L;

        UploadChanged(String message) {
            super(message);
        }
    }

    /** Sends the body once: pieces are read and encoded when they are asked for, one at a time. */
    private static final class FileSubscription implements Subscription {

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

        /** Sends pieces. The client calls this on several threads, and from within {@code onNext}: only one of them sends. */
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
                    // The file was only read.
                }
            }
        }
    }

    /**
     * Publishes text, the base64 of a file, and text. It can be subscribed to again, for another attempt.
     *
     * @param before the text before
     * @param file the file
     * @param fileBytes length of the file, from which the length of the body follows
     * @param after the text after
     */
    record FilePublisher(byte[] before, Path file, long fileBytes, byte[] after) implements BodyPublisher {

        @Override
        public long contentLength() {
            return before.length + (fileBytes + 2) / 3 * 4 + after.length;
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            new FileSubscription(this, subscriber).begin();
        }
    }
}
