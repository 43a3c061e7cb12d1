package io.github.solutionalm.store;

import static java.util.Comparator.comparing;

import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Definitions, once each. They are written with the layers that show them. */
public final class DefinitionTable {

    private static final String FIND =
            """
            SELECT c.sha256 FROM definition d LEFT JOIN content c ON c.id = d.xml WHERE d.hash = ?
            """;
    private static final String FILES =
            """
            SELECT f.name, f.size, c.sha256
            FROM definition d JOIN definition_file f ON f.definition = d.id JOIN content c ON c.id = f.content
            WHERE d.hash = ?
            """;

    private static final String XML =
            """
            SELECT d.hash, c.sha256 FROM definition d LEFT JOIN content c ON c.id = d.xml WHERE d.hash IN (<hashes>)
            """;
    private static final String SIZES =
            """
            SELECT d.hash, c.size FROM definition d JOIN content c ON c.id = d.xml WHERE d.hash IN (<hashes>)
            """;
    private static final String FILES_OF_MANY =
            """
            SELECT d.hash, f.name, f.size, c.sha256
            FROM definition d JOIN definition_file f ON f.definition = d.id JOIN content c ON c.id = f.content
            WHERE d.hash IN (<hashes>)
            """;
    private static final int AT_ONCE = 500;

    private final Handle handle;

    DefinitionTable(Handle handle) {
        this.handle = handle;
    }

    /** The definition with this hash, without its bytes; empty when it is not here. */
    public Optional<Definition> find(ContentHash hash) {
        return handle.createQuery(FIND)
                .bind(0, hash.bytes())
                .map(Row.to(row -> new Definition(row.hash(1), files(hash), hash)))
                .findOne();
    }

    /** These definitions, without their bytes; without those that are not here. */
    public List<Definition> find(Collection<ContentHash> hashes) {
        Map<ContentHash, List<Definition.File>> files = new HashMap<>();
        each(FILES_OF_MANY, hashes, row -> files.computeIfAbsent(row.hash(1), first -> new ArrayList<>())
                .add(new Definition.File(row.text(2), row.size(3), row.hash(4))));
        return xml(hashes).entrySet().stream()
                .map(each -> new Definition(
                        each.getValue(),
                        files.getOrDefault(each.getKey(), List.of()).stream()
                                .sorted(comparing(Definition.File::name))
                                .toList(),
                        each.getKey()))
                .toList();
    }

    /** The size of the XML of each of these definitions; without those that are not here. */
    public Map<ContentHash, Long> sizes(Collection<ContentHash> hashes) {
        return ofEach(SIZES, hashes, row -> row.size(2));
    }

    /** The content that is the XML of each of these definitions; without those that are not here. */
    public Map<ContentHash, ContentHash> xml(Collection<ContentHash> hashes) {
        return ofEach(XML, hashes, row -> row.hash(2));
    }

    private <T> Map<ContentHash, T> ofEach(String sql, Collection<ContentHash> hashes, Row.Reading<T> reading) {
        Map<ContentHash, T> found = new HashMap<>();
        each(sql, hashes, row -> found.put(row.hash(1), reading.of(row)));
        return found;
    }

    /** Reads a row after the other. */
    private void each(String sql, Collection<ContentHash> hashes, Row.Reading<?> reading) {
        List<byte[]> keys = Set.copyOf(hashes).stream().map(ContentHash::bytes).toList();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            handle.createQuery(sql)
                    .bindList("hashes", keys.subList(from, Math.min(from + AT_ONCE, keys.size())))
                    .map(Row.to(reading))
                    .forEach(row -> {});
        }
    }

    /** The hashes of all definitions. */
    public List<ContentHash> all() {
        return handle.createQuery("SELECT hash FROM definition ORDER BY id")
                .map(Row.to(row -> row.hash(1)))
                .list();
    }

    /** Gives a definition another hash. Where another one has that hash already, it takes over the layers. */
    public void rehash(ContentHash from, ContentHash to) {
        if (from.equals(to)) {
            return;
        }
        Optional<Integer> known = id(to);
        int id = id(from).orElseThrow(() -> new IllegalArgumentException("No definition has the hash " + from));
        if (known.isPresent()) {
            handle.execute("UPDATE layer SET definition = ? WHERE definition = ?", known.get(), id);
            handle.execute("DELETE FROM definition WHERE id = ?", id);
        } else {
            handle.execute("UPDATE definition SET hash = ? WHERE id = ?", to.bytes(), id);
        }
    }

    private Optional<Integer> id(ContentHash hash) {
        return handle.createQuery("SELECT id FROM definition WHERE hash = ?")
                .bind(0, hash.bytes())
                .mapTo(Integer.class)
                .findOne();
    }

    private List<Definition.File> files(ContentHash definition) {
        return handle
                .createQuery(FILES)
                .bind(0, definition.bytes())
                .map(Row.to(row -> new Definition.File(row.text(1), row.size(2), row.hash(3))))
                .stream()
                .sorted(comparing(Definition.File::name))
                .toList();
    }
}
