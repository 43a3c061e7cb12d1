package io.github.solutionalm.dataverse.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;

/**
 * Sends text, the base64 of a file, and text. May be subscribed to again, for another attempt.
 *
 * @param before what comes first
 * @param file what is encoded
 * @param fileBytes its length, from which the length of the body follows
 * @param after what comes last
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
