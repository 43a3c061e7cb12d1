package io.github.solutionalm.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.solutionalm.model.ComponentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Names by which components are referred to besides their keys. They are written with the layers that bear them; a captured
 * environment's id of a component is such a name too, whatever its layers are.
 */
public final class NameTable {

    private static final String SELECT =
            """
            SELECT DISTINCT c.type, c.key, n.type, n.name
            FROM layer_name n JOIN layer l ON l.id = n.layer JOIN component c ON c.id = l.component
            """;
    private static final String IDS =
            """

            UNION SELECT c.type, c.key, c.type, c.object_id
            FROM component c WHERE c.object_id IS NOT NULL AND c.object_id <> c.key AND\s""";
    private static final String KEYS = "c.type = :type AND c.key IN (<keys>)";
    private static final String OF = SELECT + "WHERE " + KEYS + IDS + KEYS;
    private static final String BEARING =
            SELECT + "WHERE n.type = :type AND n.name IN (<keys>)" + IDS + "c.type = :type AND c.object_id IN (<keys>)";

    private record Named(ComponentKey component, ComponentKey name) {}

    private static final RowMapper<Named> ROW = Row.to(row -> new Named(row.key(1), row.key(3)));

    private final Handle handle;

    NameTable(Handle handle) {
        this.handle = handle;
    }

    /** The other names of these components, by component; of any layer. */
    public Map<ComponentKey, Set<ComponentKey>> of(Collection<ComponentKey> components) {
        return rows(OF, components).stream().collect(groupingBy(Named::component, mapping(Named::name, toSet())));
    }

    /** The components that bear these names, by name. */
    public Map<ComponentKey, Set<ComponentKey>> bearing(Collection<ComponentKey> names) {
        return rows(BEARING, names).stream().collect(groupingBy(Named::name, mapping(Named::component, toSet())));
    }

    private List<Named> rows(String sql, Collection<ComponentKey> keys) {
        List<Named> rows = new ArrayList<>();
        for (KeyChunk chunk : KeyChunk.of(keys)) {
            chunk.bindTo(handle.createQuery(sql)).map(ROW).forEach(rows::add);
        }
        return rows;
    }
}
