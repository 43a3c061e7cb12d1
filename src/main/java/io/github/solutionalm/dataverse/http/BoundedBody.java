package io.github.solutionalm.dataverse.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body with a greatest length: reading fails beyond it. It keeps its beginning, so that a message can show what came instead
 * of the expected answer.
 */
final class BoundedBody extends FilterInputStream {

    /** The body is longer than the call allows. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(long limit) {
            super("the answer is longer than " + limit + " bytes");
        }
    }

    private static final int BEGINNING = 512;

    private final long limit;
    private final byte[] beginning = new byte[BEGINNING];
    private long count;

    BoundedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    /** The number of bytes that were read so far. */
    long count() {
        return count;
    }

    /** The first characters of the body that was read so far. */
    String beginning() {
        return new String(beginning, 0, (int) Math.min(count, BEGINNING), StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            if (count < BEGINNING) {
                System.arraycopy(bytes, offset, beginning, (int) count, (int) Math.min(read, BEGINNING - count));
            }
            count += read;
        }
        if (count > limit) {
            throw new TooLong(limit);
        }
        return read;
    }

    /** Skips by reading, so that skipped bytes count as well. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] skipped = new byte[(int) Math.min(wanted, BEGINNING)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
