package io.github.solutionalm.embedded;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Contents of a package that a plan needs to look into. Planning stores nothing, so the package is read once more; that is
 * for the few definitions that merge with layers above them.
 */
final class PackageDefinitions implements StoredDefinitions.Arriving {

    private final OpenedPackage opened;

    PackageDefinitions(OpenedPackage opened) {
        this.opened = opened;
    }

    @Override
    public void contents(Set<ContentHash> hashes, BiConsumer<ContentHash, byte[]> each) {
        Set<ContentHash> left = new HashSet<>(hashes);
        try {
            opened.read(
                    new ContentSink() {
                        @Override
                        public boolean wants(ContentHash hash) {
                            return left.contains(hash);
                        }

                        @Override
                        public void accept(ContentHash hash, byte[] bytes, int length) {
                            left.remove(hash);
                            each.accept(hash, Arrays.copyOf(bytes, length));
                        }

                        @Override
                        public void accept(ContentHash hash, long size, InputStream content) throws IOException {
                            left.remove(hash);
                            each.accept(hash, content.readAllBytes());
                        }
                    },
                    ReadListener.NONE);
        } catch (SolutionException e) {
            throw new IllegalStateException("The package can't be read a second time: " + e.getMessage(), e);
        }
    }
}
