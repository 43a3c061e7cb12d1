package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** How much data the deletion of components would lose in the captured environment. */
public final class DataAtRiskTable {

    private static final int BATCH = 1000;

    private static final String ADD =
            "INSERT INTO data_at_risk (type, key, what, count, exactness) VALUES (?, ?, ?, ?, ?)";
    private static final String ALL =
            "SELECT type, key, what, count, exactness, count IS NULL FROM data_at_risk ORDER BY type, key";

    private final Handle handle;

    DataAtRiskTable(Handle handle) {
        this.handle = handle;
    }

    /** Adds what components hold of which nothing is here yet. */
    public void add(Collection<Held> data) {
        try (Batch batch = new Batch(handle, ADD)) {
            for (Held held : data) {
                batch.add(
                        held.component().type().name(),
                        held.component().key(),
                        held.what(),
                        held.count().isPresent() ? held.count().getAsLong() : null,
                        held.exactness());
                if (batch.rows() == BATCH) {
                    batch.send();
                }
            }
            batch.send();
        }
    }

    /** What all components hold, sorted by component. */
    public List<Held> all() {
        return handle.createQuery(ALL)
                .map(Row.to(row -> new Held(
                        row.key(1),
                        row.text(3),
                        row.flag(6) ? OptionalLong.empty() : OptionalLong.of(row.size(4)),
                        row.text(5))))
                .list();
    }

    /**
     * What one component holds.
     *
     * @param component the component
     * @param what of what the count is, as a word
     * @param count how many there are; empty when nobody could say
     * @param exactness how far the count can be relied on, as a word
     */
    public record Held(ComponentKey component, String what, OptionalLong count, String exactness) {}
}
