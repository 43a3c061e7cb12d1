package io.github.solutionalm.packaging;

import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ContentHash;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Hashes a file of any size in one pass: its bytes and, for a text, its content with normalised line ends. A file
 * with a NUL byte is not a text.
 */
final class EqualText extends OutputStream {

    /** Files up to this size are read at once, searched for references, and taken as JSON if that is what they are. */
    static final int SMALL = 4 << 20;

    private final Sha256 bytes = new Sha256();
    /** Null up to the first carriage return: so far both are the same. */
    private Sha256 text;

    private boolean binary;
    private boolean afterReturn;

    /** The hash of the bytes as they are, and that of what they say. */
    record Hashes(ContentHash bytes, ContentHash said) {}

    /** The hash of what a small file says. */
    static ContentHash hash(String name, byte[] content, int length) {
        Sha256 hash = new Sha256();
        hash.add(content, 0, length);
        return hash(name, content, length, ContentHash.of(hash));
    }

    /** The hash of what a small file says, where the hash of its bytes is known: mostly they are the same. */
    static ContentHash hash(String name, byte[] content, int length, ContentHash known) {
        return json(name, content, length).orElseGet(() -> {
            if (!has('\r', content, 0, length) || has('\0', content, 0, length)) {
                return known;
            }
            byte[] lines = new byte[length];
            Sha256 hash = new Sha256();
            hash.add(lines, 0, unify(content, 0, length, false, lines));
            return ContentHash.of(hash);
        });
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
        binary = binary || has('\0', chunk, from, count);
        if (!binary && count > 0 && (text != null || has('\r', chunk, from, count))) {
            if (text == null) {
                text = bytes.copy();
            }
            byte[] lines = new byte[count];
            text.add(lines, 0, unify(chunk, from, count, afterReturn, lines));
            afterReturn = chunk[from + count - 1] == '\r';
        }
        bytes.add(chunk, from, count);
    }

    private static boolean has(char sign, byte[] chunk, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (chunk[i] == sign) {
                return true;
            }
        }
        return false;
    }

    /** Copies lines, all with the same end. Returns how long they are then. */
    private static int unify(byte[] chunk, int from, int count, boolean afterReturn, byte[] lines) {
        int length = 0;
        boolean after = afterReturn;
        for (int i = from; i < from + count; i++) {
            byte b = chunk[i];
            if (b == '\r') {
                lines[length++] = '\n';
            } else if (b != '\n' || !after) {
                lines[length++] = b;
            }
            after = b == '\r';
        }
        return length;
    }

    /** The hashes, once all was written. */
    Hashes hashes() {
        ContentHash ofBytes = ContentHash.of(bytes);
        return new Hashes(ofBytes, binary || text == null ? ofBytes : ContentHash.of(text));
    }
}
