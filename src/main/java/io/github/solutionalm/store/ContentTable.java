package io.github.solutionalm.store;

import io.github.solutionalm.model.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The XML and the files of definitions, once per content. */
public final class ContentTable {

    private static final String CHUNKS =
            """
            SELECT k.bytes FROM content c JOIN content_chunk k ON k.content = c.id WHERE c.sha256 = ? ORDER BY k.seq
            """;

    // What nothing leads to any more, beginning with what leads to the rest.
    private static final List<String> COLLECT = List.of(
            "DELETE FROM definition WHERE NOT EXISTS (SELECT 1 FROM layer l WHERE l.definition = definition.id)",
            """
            DELETE FROM content WHERE NOT EXISTS (SELECT 1 FROM definition d WHERE d.xml = content.id)
            AND NOT EXISTS (SELECT 1 FROM definition_file f WHERE f.content = content.id)
            AND NOT EXISTS (SELECT 1 FROM layer l WHERE l.basis = content.id)
            """);

    private final Handle handle;
    private Optional<Set<ContentHash>> known = Optional.empty();
    private Optional<ContentWriter> writer = Optional.empty();

    ContentTable(Handle handle) {
        this.handle = handle;
    }

    /** Whether a content is here. Cheap: the hashes are kept in memory from the first call on. */
    public boolean has(ContentHash hash) {
        return known().contains(hash);
    }

    /** Writes a small content, unless it is here. The bytes are copied. */
    public void write(ContentHash hash, byte[] bytes, int length) {
        if (known().add(hash)) {
            writer().write(hash, bytes, length);
        }
    }

    /**
     * Writes a content of any size, unless it is here, with at most 1 MB of it in memory.
     *
     * @throws IOException when the stream fails, or has another size
     */
    public void write(ContentHash hash, long size, InputStream content) throws IOException {
        if (!known().add(hash)) {
            return;
        }
        try {
            writer().write(hash, size, content);
        } catch (IOException e) {
            handle.execute("DELETE FROM content WHERE sha256 = ?", (Object) hash.bytes());
            known().remove(hash);
            throw e;
        }
    }

    /**
     * Reads a content, with at most 1 MB of it in memory.
     *
     * @return whether it is here
     * @throws IOException when the stream fails
     */
    public boolean read(ContentHash hash, OutputStream out) throws IOException {
        flush();
        boolean here = handle.createQuery("SELECT COUNT(*) FROM content WHERE sha256 = ?")
                        .bind(0, hash.bytes())
                        .mapTo(int.class)
                        .one()
                > 0;
        try {
            handle.createQuery(CHUNKS).bind(0, hash.bytes()).scanResultSet((rows, context) -> copy(rows.get(), out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return here;
    }

    private static boolean copy(ResultSet rows, OutputStream out) throws SQLException {
        try {
            while (rows.next()) {
                out.write(rows.getBytes(1));
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A content as UTF-8 text, such as a definition's XML; empty text if it is not here. */
    public String text(ContentHash hash) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            read(hash, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("Memory does not fail", e);
        }
    }

    /** Deletes definitions that no layer shows and contents that no definition has. Goes through everything: only when asked. */
    public void collectGarbage() {
        flush();
        COLLECT.forEach(handle::execute);
        known = Optional.empty();
    }

    /** Sends what waits for its batch: before anything refers to it. */
    void flush() {
        writer.ifPresent(ContentWriter::send);
    }

    void close() {
        writer.ifPresent(ContentWriter::close);
    }

    private ContentWriter writer() {
        if (writer.isEmpty()) {
            writer = Optional.of(new ContentWriter(handle));
        }
        return writer.get();
    }

    private Set<ContentHash> known() {
        if (known.isEmpty()) {
            Set<ContentHash> hashes = new HashSet<>();
            handle.createQuery("SELECT sha256 FROM content")
                    .map((row, context) -> ContentHash.of(row.getBytes(1)))
                    .forEach(hashes::add);
            known = Optional.of(hashes);
        }
        return known.get();
    }
}
