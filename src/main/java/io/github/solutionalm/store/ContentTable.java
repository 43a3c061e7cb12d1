package io.github.solutionalm.store;

import io.github.solutionalm.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The XML and the files of definitions, once per content. */
public final class ContentTable {

    ContentTable() {}

    /** Whether a content is here. Cheap: the hashes are kept in memory from the first call on. */
    public boolean has(ContentHash hash) {
        throw new UnsupportedOperationException();
    }

    /** Writes a small content, unless it is here. The bytes are copied. */
    public void write(ContentHash hash, byte[] bytes, int length) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes a content of any size, unless it is here, with at most 1 MB of it in memory.
     *
     * @throws IOException when the stream fails, or has another size
     */
    public void write(ContentHash hash, long size, InputStream content) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a content, with at most 1 MB of it in memory.
     *
     * @return whether it is here
     * @throws IOException when the stream fails
     */
    public boolean read(ContentHash hash, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** A content as UTF-8 text, such as a definition's XML; empty text if it is not here. */
    public String text(ContentHash hash) {
        throw new UnsupportedOperationException();
    }

    /** Deletes definitions that no layer shows and contents that no definition has. Goes through everything: only when asked. */
    public void collectGarbage() {
        throw new UnsupportedOperationException();
    }
}
