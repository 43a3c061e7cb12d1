package io.github.solutionalm.archive;

import io.github.solutionalm.hash.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a folder that was hashed before: at its end it fails if it is not the same any more. */
final class HashedStream extends FilterInputStream {

    private final Path file;
    private final String expected;
    private final Sha256 hash = new Sha256();
    private boolean ended;

    HashedStream(Path file, String expected) throws IOException {
        super(Files.newInputStream(file));
        this.file = file;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            hash.add(buffer, offset, count);
        } else if (count < 0 && !ended) {
            ended = true;
            if (!hash.hex().equals(expected)) {
                throw HashedFile.changed(file);
            }
        }
        return count;
    }

    /** Nothing is passed over: all of it is hashed. */
    @Override
    public long skip(long count) throws IOException {
        return count > 0 && read() >= 0 ? 1 : 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
