package io.github.solutionalm.store;

import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.UniqueName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** The XML and the files of definitions, once per content. */
public final class ContentTable {

    private static final String CHUNKS =
            """
            SELECT k.bytes FROM content c JOIN content_chunk k ON k.content = c.id WHERE c.sha256 = ? ORDER BY k.seq
            """;

    private static final String CHUNKS_OF_MANY =
            """
            SELECT c.sha256, k.bytes FROM content c JOIN content_chunk k ON k.content = c.id
            WHERE c.sha256 IN (<hashes>) ORDER BY c.sha256, k.seq
            """;

    /** Parameters of one statement. */
    private static final int AT_ONCE = 500;

    private static final String WHOSE =
            """
            SELECT c.type, c.key FROM content t
            JOIN definition d ON d.xml = t.id
                OR EXISTS (SELECT 1 FROM definition_file f WHERE f.definition = d.id AND f.content = t.id)
            JOIN layer l ON l.definition = d.id JOIN component c ON c.id = l.component
            WHERE t.sha256 = :hash GROUP BY c.type, c.key ORDER BY c.type, c.key LIMIT 3
            """;
    private static final String OF_OWNER =
            """
            SELECT d.xml FROM layer l JOIN solution s ON s.id = l.owner JOIN definition d ON d.id = l.definition
            WHERE s.name_key = :owner
            UNION SELECT f.content FROM layer l JOIN solution s ON s.id = l.owner
            JOIN definition_file f ON f.definition = l.definition WHERE s.name_key = :owner
            UNION SELECT l.basis FROM layer l JOIN solution s ON s.id = l.owner
            WHERE s.name_key = :owner AND l.basis IS NOT NULL
            ORDER BY 1
            """;

    // An empty content has no piece, and is here all the same.
    private static final String CHUNKS_BY_ID =
            """
            SELECT c.sha256, k.bytes FROM content c LEFT JOIN content_chunk k ON k.content = c.id
            WHERE c.id IN (<ids>) ORDER BY c.id, k.seq
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
    private final Set<ContentHash> sound = new HashSet<>();
    private Optional<ContentWriter> writer = Optional.empty();

    ContentTable(Handle handle) {
        this.handle = handle;
    }

    /** Whether a content is here. What was here before is read, so that nothing comes to rely on one that is damaged. */
    public boolean has(ContentHash hash) {
        boolean here = known().contains(hash);
        if (here) {
            check(hash);
        }
        return here;
    }

    /** Writes a small content, unless it is here. The bytes are copied. */
    public void write(ContentHash hash, byte[] bytes, int length) {
        if (known().add(hash)) {
            sound.add(hash);
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
            sound.add(hash);
        } catch (IOException e) {
            handle.execute("DELETE FROM content WHERE sha256 = ?", (Object) hash.bytes());
            known().remove(hash);
            throw e;
        }
    }

    /**
     * Reads a content, with at most 1 MB of it in memory, and ends the transaction where it is not what was written.
     *
     * @return whether it is here
     * @throws IOException when the stream fails
     */
    public boolean read(ContentHash hash, OutputStream out) throws IOException {
        flush();
        Sha256 sha256 = new Sha256();
        boolean here = copy(hash, sha256.before(out)) || isHere(hash);
        if (here) {
            confirm(hash, sha256);
        }
        return here;
    }

    /** Reads contents of which all are to be in memory, and ends the transaction where one is not what was written. */
    public Map<ContentHash, byte[]> bytes(Collection<ContentHash> hashes) {
        Map<ContentHash, ByteArrayOutputStream> pieces = new HashMap<>();
        Map<ContentHash, byte[]> contents = new HashMap<>();
        read(hashes, (hash, piece) -> pieces.computeIfAbsent(hash, first -> new ByteArrayOutputStream())
                        .writeBytes(piece))
                .forEach(hash -> contents.put(
                        hash,
                        Optional.ofNullable(pieces.remove(hash))
                                .map(ByteArrayOutputStream::toByteArray)
                                .orElse(new byte[0])));
        return contents;
    }

    /** Reads contents, hundreds with one statement and one piece of them in memory at a time; returns those that are here. */
    private Set<ContentHash> read(Collection<ContentHash> hashes, BiConsumer<ContentHash, byte[]> reader) {
        flush();
        Set<ContentHash> here = new HashSet<>();
        List<ContentHash> all = List.copyOf(Set.copyOf(hashes));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<ContentHash> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            Pieces pieces = new Pieces(reader);
            handle.createQuery(CHUNKS_OF_MANY)
                    .bindList("hashes", some.stream().map(ContentHash::bytes).toList())
                    .map(Row.to(row -> Map.entry(row.hash(1), row.bytes(2))))
                    .forEach(piece -> pieces.add(piece.getKey(), piece.getValue()));
            pieces.end();
            for (ContentHash hash : some) {
                if (pieces.whole.contains(hash) || isEmptyOne(hash)) {
                    here.add(hash);
                }
            }
        }
        return here;
    }

    /** The pieces of contents that come one content after the other. */
    private final class Pieces {

        private final BiConsumer<ContentHash, byte[]> reader;
        private final Set<ContentHash> whole = new HashSet<>();
        private final Sha256 sha256 = new Sha256();
        private Optional<ContentHash> current = Optional.empty();

        Pieces(BiConsumer<ContentHash, byte[]> reader) {
            this.reader = reader;
        }

        void add(ContentHash hash, byte[] piece) {
            if (current.filter(hash::equals).isEmpty()) {
                end();
                current = Optional.of(hash);
            }
            sha256.add(piece);
            reader.accept(hash, piece);
        }

        void end() {
            current.ifPresent(hash -> {
                confirm(hash, sha256);
                whole.add(hash);
            });
            current = Optional.empty();
        }
    }

    /** An empty content has no piece. */
    private boolean isEmptyOne(ContentHash hash) {
        boolean here = isHere(hash);
        if (here) {
            confirm(hash, new Sha256());
        }
        return here;
    }

    private boolean isHere(ContentHash hash) {
        return handle.createQuery("SELECT COUNT(*) FROM content WHERE sha256 = ?")
                        .bind(0, hash.bytes())
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    private void confirm(ContentHash hash, Sha256 sha256) {
        if (!ContentHash.of(sha256).equals(hash)) {
            throw new DamageException("the content " + hash + " is not what was written" + whose(hash));
        }
        sound.add(hash);
    }

    private String whose(ContentHash hash) {
        List<String> components = handle.createQuery(WHOSE)
                .bind("hash", hash.bytes())
                .map(Row.to(row -> row.key(1).toString()))
                .list();
        return components.isEmpty() ? "" : "; it belongs to " + String.join(", ", components);
    }

    /**
     * Reads all contents of a solution's layers, each once, and ends where one is not what was written. They are read in the
     * order in which they were written, in which they lie in the file.
     */
    public void check(String owner) {
        flush();
        List<Integer> ids = handle.createQuery(OF_OWNER)
                .bind("owner", UniqueName.key(owner))
                .map(Row.to(row -> row.number(1)))
                .list();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Pieces pieces = new Pieces((hash, piece) -> {});
            handle.createQuery(CHUNKS_BY_ID)
                    .bindList("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                    .map(Row.to(row -> Map.entry(row.hash(1), row.piece(2))))
                    .forEach(piece -> pieces.add(piece.getKey(), piece.getValue()));
            pieces.end();
        }
    }

    private void check(ContentHash hash) {
        if (!sound.contains(hash)) {
            try {
                read(hash, OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new AssertionError("Nothing is written", e);
            }
        }
    }

    /** Copies the pieces of a content, and says whether it has any. */
    private boolean copy(ContentHash hash, OutputStream out) throws IOException {
        try {
            return Row.scan(
                    handle.createQuery(CHUNKS).bind(0, hash.bytes()),
                    (rows, context) -> copy(new Row(rows.get()), out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean copy(Row rows, OutputStream out) throws SQLException {
        try {
            boolean any = false;
            while (rows.values().next()) {
                out.write(rows.bytes(1));
                any = true;
            }
            return any;
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
                    .map(Row.to(row -> row.hash(1)))
                    .forEach(hashes::add);
            known = Optional.of(hashes);
        }
        return known.get();
    }
}
