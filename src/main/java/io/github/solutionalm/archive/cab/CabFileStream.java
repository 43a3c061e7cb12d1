package io.github.solutionalm.archive.cab;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The bytes of one file out of its folder's stream, which it gives back when it is closed. */
final class CabFileStream extends InputStream {

    private final Cabinet cabinet;
    private final FolderStream folder;
    private final CabFile file;
    private long remaining;
    private State state = State.NEW;

    private enum State {
        NEW,
        READING,
        FAILED,
        CLOSED
    }

    CabFileStream(Cabinet cabinet, FolderStream folder, CabFile file) {
        this.cabinet = cabinet;
        this.folder = folder;
        this.file = file;
        this.remaining = file.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (state == State.CLOSED || state == State.FAILED) {
            throw new IOException("The stream is closed, or failed before");
        }
        if (length == 0) {
            return 0;
        }
        if (remaining == 0) {
            return -1;
        }
        State before = state;
        state = State.FAILED; // until it succeeds
        if (before == State.NEW) {
            folder.skipTo(file.offset());
        }
        int n = folder.read(buffer, offset, (int) Math.min(length, remaining));
        state = State.READING;
        remaining -= n;
        return n;
    }

    @Override
    public void close() {
        if (state == State.FAILED) {
            folder.close();
        } else if (state != State.CLOSED) {
            cabinet.release(folder);
        }
        state = State.CLOSED;
    }
}
