package io.github.solutionalm.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** Reads every entry of an archive to its end, under limits that a fuzzer comes near. */
final class Opening {

    private static final ArchiveLimits LIMITS = new ArchiveLimits(1_000, 8 << 20, 32 << 20, 1_000, 8 << 20);

    private Opening() {}

    static void through(Path file) throws IOException {
        try (SolutionArchive archive = Archives.open(file, LIMITS)) {
            for (SolutionArchive.Entry entry : archive.entries()) {
                try (InputStream in = archive.open(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (ArchiveException e) {
                    // the other entries may be sound
                }
            }
        }
    }
}
