package io.github.solutionalm.store;

import io.github.solutionalm.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;

/** Writes contents in chunks, and small ones in batches of about 1 MB. */
final class ContentWriter implements AutoCloseable {

    private static final int CHUNK = 1 << 20;
    private static final int BATCH = 500;

    private final Ids ids;
    private final Batch contents;
    private final Batch chunks;
    private long waiting;

    ContentWriter(Handle handle) {
        ids = new Ids(handle, "content");
        contents = new Batch(handle, "INSERT INTO content (id, sha256, size) VALUES (?, ?, ?)");
        chunks = new Batch(handle, "INSERT INTO content_chunk (content, seq, bytes) VALUES (?, ?, ?)");
    }

    void write(ContentHash hash, byte[] bytes, int length) {
        int id = ids.next();
        contents.add(id, hash.bytes(), (long) length);
        for (int from = 0; from < length; from += CHUNK) {
            addChunk(id, from / CHUNK, Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK, length)));
        }
        if (contents.rows() >= BATCH) {
            send();
        }
    }

    void write(ContentHash hash, long size, InputStream in) throws IOException {
        int id = ids.next();
        contents.add(id, hash.bytes(), size);
        long read = 0;
        for (int seq = 0; read <= size; seq++) {
            byte[] chunk = in.readNBytes(CHUNK);
            if (chunk.length == 0) {
                break;
            }
            read += chunk.length;
            addChunk(id, seq, chunk);
        }
        send();
        if (read != size) {
            throw new IOException("A content of " + size + " bytes was announced, and " + read + " came");
        }
    }

    private void addChunk(int content, int seq, byte[] bytes) {
        chunks.add(content, seq, bytes);
        waiting += bytes.length;
        if (waiting >= CHUNK) {
            send();
        }
    }

    void send() {
        contents.send();
        chunks.send();
        waiting = 0;
    }

    @Override
    public void close() {
        contents.close();
        chunks.close();
    }
}
