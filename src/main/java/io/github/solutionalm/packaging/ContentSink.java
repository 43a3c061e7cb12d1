package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;

/**
 * Receives the content of a package while it is read: each definition and file once. The reader does not keep it.
 */
public interface ContentSink {

    /** Wants nothing: for reading a package without storing it. */
    ContentSink NONE = new ContentSink() {
        @Override
        public boolean wants(ContentHash hash) {
            return false;
        }

        @Override
        public void accept(ContentHash hash, byte[] bytes, int length) {}

        @Override
        public void accept(ContentHash hash, long size, InputStream content) {}
    };

    /** Whether the content is not here yet. Contents that are not wanted are not given. */
    boolean wants(ContentHash hash);

    /**
     * A small content, in memory.
     *
     * @param bytes holds the content in its first {@code length} bytes; belongs to the reader, copy what you keep
     */
    void accept(ContentHash hash, byte[] bytes, int length) throws IOException;

    /** A large content, as a stream of the given size. */
    void accept(ContentHash hash, long size, InputStream content) throws IOException;
}
