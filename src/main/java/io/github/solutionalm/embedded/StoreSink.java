package io.github.solutionalm.embedded;

import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.store.StoreTransaction;
import java.io.IOException;
import java.io.InputStream;

/** Puts a package's contents into the store while it is read. */
final class StoreSink implements ContentSink {

    private final StoreTransaction tx;

    StoreSink(StoreTransaction tx) {
        this.tx = tx;
    }

    @Override
    public boolean wants(ContentHash hash) {
        return !tx.contents().has(hash);
    }

    @Override
    public void accept(ContentHash hash, byte[] bytes, int length) {
        tx.contents().write(hash, bytes, length);
    }

    @Override
    public void accept(ContentHash hash, long size, InputStream content) throws IOException {
        tx.contents().write(hash, size, content);
    }
}
