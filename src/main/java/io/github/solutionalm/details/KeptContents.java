package io.github.solutionalm.details;

import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.packaging.ContentSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a package says that is only planned or compared, kept in a temporary file until it is known what changes: to read the
 * package again takes longer. Without large files, which nobody looks into.
 */
public final class KeptContents implements ContentSink, AutoCloseable {

    private final Map<ContentHash, Place> places = new HashMap<>();
    private Path path;
    private RandomAccessFile file;
    private OutputStream out;
    private long length;

    private record Place(long offset, int length) {}

    @Override
    public boolean wants(ContentHash hash) {
        return !places.containsKey(hash);
    }

    @Override
    public void accept(ContentHash hash, byte[] bytes, int length) throws IOException {
        if (out == null) {
            path = Files.createTempFile("solution-plan", ".tmp");
            file = new RandomAccessFile(path.toFile(), "rw");
            out = new BufferedOutputStream(Channels.newOutputStream(file.getChannel()), 1 << 16);
        }
        out.write(bytes, 0, length);
        places.put(hash, new Place(this.length, length));
        this.length += length;
    }

    @Override
    public void accept(ContentHash hash, long size, InputStream content) {}

    /** A content; empty if it was not given, or is large. */
    public Optional<byte[]> find(ContentHash hash) throws IOException {
        Place place = places.get(hash);
        if (place == null) {
            return Optional.empty();
        }
        out.flush();
        byte[] bytes = new byte[place.length];
        file.seek(place.offset);
        file.readFully(bytes);
        file.seek(length);
        return Optional.of(bytes);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            Files.deleteIfExists(path);
        }
    }
}
