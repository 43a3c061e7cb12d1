package io.github.solutionalm.dataverse.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The body of one request on a connection that goes on after it: of fixed length or in chunks. */
final class HttpBody extends InputStream {

    private final InputStream in;
    private final boolean chunked;
    private long left;
    private boolean ended;

    private HttpBody(InputStream in, boolean chunked, long length) {
        this.in = in;
        this.chunked = chunked;
        this.left = length;
        this.ended = !chunked && length == 0;
    }

    static HttpBody of(Map<String, String> headers, InputStream in) {
        boolean chunked = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
        return new HttpBody(in, chunked, chunked ? 0 : Long.parseLong(headers.getOrDefault("content-length", "0")));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (!ended && left == 0 && chunked) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("The client went away in the middle of the body");
        }
        left -= read;
        if (left == 0 && chunked) {
            HttpReader.line(in);
        }
        ended = left == 0 && !chunked;
        return read;
    }

    private void nextChunk() throws IOException {
        left = Long.parseLong(HttpReader.line(in).split(";")[0].strip(), 16);
        if (left == 0) {
            while (!HttpReader.line(in).isEmpty()) {
                // trailers say nothing here
            }
            ended = true;
        }
    }
}
