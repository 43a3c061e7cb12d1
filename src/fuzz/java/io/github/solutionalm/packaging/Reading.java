package io.github.solutionalm.packaging;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.model.SolutionPackage;
import java.io.IOException;
import java.io.OutputStream;

/** Reads a package as an import does, contents too. */
final class Reading {

    private Reading() {}

    static void of(PackageFixture fixture) {
        Bounds.hold(
                () -> {
                    SolutionPackage solution =
                            PackageReader.open(fixture).read(new DrainedContents(), ReadListener.NONE);
                    solution.components().forEach(Object::hashCode);
                },
                RefusalException.class,
                IOException.class);
    }

    /** Wants everything and keeps nothing. */
    private static final class DrainedContents implements ContentSink {
        @Override
        public boolean wants(io.github.solutionalm.model.ContentHash hash) {
            return true;
        }

        @Override
        public void accept(io.github.solutionalm.model.ContentHash hash, byte[] bytes, int length) {}

        @Override
        public void accept(io.github.solutionalm.model.ContentHash hash, long size, java.io.InputStream content)
                throws IOException {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }
}
