package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ContentHash;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a file of any size, and hashes its bytes and, in the same pass, what they say: in a text, line ends are one. What
 * has a NUL byte is no text.
 */
final class EqualText extends OutputStream {

    /** Files up to this size are read at once, searched for references, and taken as JSON if that is what they are. */
    static final int SMALL = 4 << 20;

    private static final byte[] LINE_FEED = {'\n'};

    private final MessageDigest bytes = ByteRun.sha256();
    /** Null up to the first carriage return: so far both are the same. */
    private MessageDigest text;

    private boolean binary;
    private boolean afterReturn;

    /** Of the bytes as they are, and of what they say. */
    record Hashes(ContentHash bytes, ContentHash said) {}

    /** The hash of what a small file says. */
    static ContentHash hash(String name, byte[] content, int length) {
        return json(name, content, length).orElseGet(() -> {
            EqualText text = new EqualText();
            text.write(content, 0, length);
            return text.hashes().said();
        });
    }

    /** The same, where the hash of its bytes is known already: mostly they are all that it says. */
    static ContentHash hash(String name, byte[] content, int length, ContentHash known) {
        boolean returns = false;
        for (int i = 0; i < length && !returns; i++) {
            returns = content[i] == '\r';
        }
        return returns
                ? hash(name, content, length)
                : json(name, content, length).orElse(known);
    }

    /** Only what is named like JSON, and what has no extension, such as web resources of old exports. */
    private static Optional<ContentHash> json(String name, byte[] content, int length) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        if (file.indexOf('.') >= 0 && !file.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return Optional.empty();
        }
        boolean marked =
                length >= 3 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB && content[2] == (byte) 0xBF;
        return EqualJson.hash(content, marked ? 3 : 0, length);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] chunk, int from, int count) {
        int counted = from;
        int done = from;
        for (int i = from; i < from + count && !binary; i++) {
            byte b = chunk[i];
            if (b == '\r') {
                if (text == null) {
                    bytes.update(chunk, counted, i - counted);
                    counted = i;
                    text = copy(bytes);
                } else {
                    text.update(chunk, done, i - done);
                }
                text.update(LINE_FEED);
                done = i + 1;
            } else if (b == '\n' && afterReturn) {
                done = i + 1;
            }
            afterReturn = b == '\r';
            binary = b == 0;
        }
        bytes.update(chunk, counted, from + count - counted);
        if (text != null && !binary) {
            text.update(chunk, done, from + count - done);
        }
    }

    /** Both hashes, once all was written. */
    Hashes hashes() {
        ContentHash ofBytes = ContentHash.of(bytes.digest());
        return new Hashes(ofBytes, binary || text == null ? ofBytes : ContentHash.of(text.digest()));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of a JDK can be copied", e);
        }
    }
}
