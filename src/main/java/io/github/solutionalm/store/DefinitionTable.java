package io.github.solutionalm.store;

import static java.util.Comparator.comparing;

import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Definitions, once each. They are written with the layers that show them. */
public final class DefinitionTable {

    private static final String FIND =
            """
            SELECT c.sha256 FROM definition d JOIN content c ON c.id = d.xml WHERE d.hash = ?
            """;
    private static final String FILES =
            """
            SELECT f.name, f.size, c.sha256
            FROM definition d JOIN definition_file f ON f.definition = d.id JOIN content c ON c.id = f.content
            WHERE d.hash = ?
            """;

    private final Handle handle;

    DefinitionTable(Handle handle) {
        this.handle = handle;
    }

    public Optional<Definition> find(ContentHash hash) {
        return handle.createQuery(FIND)
                .bind(0, hash.bytes())
                .map((row, context) -> new Definition(ContentHash.of(row.getBytes(1)), files(hash), hash))
                .findOne();
    }

    private List<Definition.File> files(ContentHash definition) {
        return handle
                .createQuery(FILES)
                .bind(0, definition.bytes())
                .map((row, context) ->
                        new Definition.File(row.getString(1), row.getLong(2), ContentHash.of(row.getBytes(3))))
                .stream()
                .sorted(comparing(Definition.File::name))
                .toList();
    }
}
