package io.github.solutionalm.dataverse.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a body, and breaks off beyond the limit. */
final class CountedBody extends FilterInputStream {

    /** The body is longer than the server takes. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final long limit;
    private long count;

    CountedBody(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int bytes) throws TooLargeException {
        count += bytes;
        if (count > limit) {
            throw new TooLargeException();
        }
    }
}
