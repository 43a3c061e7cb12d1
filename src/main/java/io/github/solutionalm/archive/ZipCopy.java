package io.github.solutionalm.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts the files of any archive into a .zip. */
public final class ZipCopy {

    private ZipCopy() {}

    /**
     * Writes the .zip; one entry at a time is in memory, and of that a piece.
     *
     * @param target replaced if it is there
     * @throws ArchiveException when an entry of the archive cannot be read
     */
    public static void write(SolutionArchive archive, Path target) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16))) {
            for (SolutionArchive.Entry entry : archive.entries()) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                try (InputStream in = archive.open(entry)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }
}
