package io.github.solutionalm.dataverse.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body that may not be longer than expected: whoever answers too much is not asked for more. It remembers how it began, to
 * tell what came in place of what was asked for.
 */
final class BoundedBody extends FilterInputStream {

    /** More came than the call takes. */
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

    /** How many bytes were read so far. */
    long count() {
        return count;
    }

    /** The first characters of what was read so far. */
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

    /** By reading: what is skipped counts as well. */
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
