package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ContentHash;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Layers that an earlier version of the plugin wrote, which did not keep all that this one needs: their definitions are to
 * be read again. None in an environment that this version made.
 */
public final class UnreadLayers {

    private static final String NEXT =
            """
            SELECT u.layer, c.type, c.key, l.parent_type, l.parent_key, d.hash, s.unique_name
            FROM unread_layer u JOIN layer l ON l.id = u.layer JOIN component c ON c.id = l.component
            JOIN definition d ON d.id = l.definition JOIN solution s ON s.id = l.owner
            ORDER BY u.layer LIMIT ?
            """;

    /**
     * One of them.
     *
     * @param layer its id
     * @param component the component
     * @param parent what the component is a part of
     * @param definition hash of its definition
     * @param owner whose it is
     */
    public record Unread(
            int layer, ComponentKey component, Optional<ComponentKey> parent, ContentHash definition, String owner) {}

    private final Handle handle;

    UnreadLayers(Handle handle) {
        this.handle = handle;
    }

    /** Whether there are any. */
    public boolean any() {
        return handle.createQuery("SELECT COUNT(*) FROM (SELECT layer FROM unread_layer LIMIT 1) one")
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    /** Some of them, at most so many. */
    public List<Unread> next(int most) {
        return handle.createQuery(NEXT)
                .bind(0, most)
                .map(Row.to(row -> new Unread(row.number(1), row.key(2), row.optionalKey(4), row.hash(6), row.text(7))))
                .list();
    }

    /** Adds to a layer what its definition says, and takes it off the list. */
    public void read(Unread unread, Set<ComponentKey> names, Set<ComponentKey> references) {
        Set<ComponentKey> missing = new HashSet<>(references);
        handle.createQuery("SELECT target_type, target_key FROM reference WHERE layer = ?")
                .bind(0, unread.layer())
                .map(Row.to(row -> row.key(1)))
                .forEach(missing::remove);
        for (ComponentKey target : missing) {
            handle.execute(
                    "INSERT INTO reference (layer, target_type, target_key) VALUES (?, ?, ?)",
                    unread.layer(),
                    target.type().name(),
                    target.key());
        }
        for (ComponentKey name : names) {
            handle.execute(
                    "INSERT INTO layer_name (layer, type, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    unread.layer(),
                    name.type().name(),
                    name.key());
        }
        handle.execute("DELETE FROM unread_layer WHERE layer = ?", unread.layer());
    }

    /** Gives a layer the display name that its definition says. */
    public void rename(Unread unread, String name) {
        handle.execute("UPDATE layer SET name = ? WHERE id = ?", name, unread.layer());
    }
}
