package io.github.solutionalm.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A new .zip. The same entries in the same order make the same bytes: it has no time, no owner and no modes. */
public final class ZipOutput implements Closeable {

    /** The earliest time that each reader of a .zip takes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** What is in an entry. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;

    /**
     * Begins the file.
     *
     * @param file replaced if it is there
     */
    public ZipOutput(Path file) throws IOException {
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Adds an entry. */
    public void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        content.writeTo(new Uncloseable(zip));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Whoever writes an entry may close what it is given, and the .zip goes on. */
    private static final class Uncloseable extends FilterOutputStream {

        Uncloseable(OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
