package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.Exactness;
import io.github.solutionalm.model.DataAtRisk.What;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
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
    public void add(Map<ComponentKey, DataAtRisk> data) {
        try (Batch batch = new Batch(handle, ADD)) {
            for (Map.Entry<ComponentKey, DataAtRisk> held : data.entrySet()) {
                OptionalLong count = held.getValue().count();
                batch.add(
                        held.getKey().type().name(),
                        held.getKey().key(),
                        held.getValue().what().name(),
                        count.isPresent() ? count.getAsLong() : null,
                        held.getValue().exactness().name());
                if (batch.rows() == BATCH) {
                    batch.send();
                }
            }
            batch.send();
        }
    }

    /**
     * What all components hold.
     *
     * @throws DamageException when the file says something that no version of the plugin wrote
     */
    public Map<ComponentKey, DataAtRisk> all() {
        Map<ComponentKey, DataAtRisk> all = new TreeMap<>();
        handle.createQuery(ALL)
                .map(Row.to(row -> Map.entry(
                        row.key(1),
                        new DataAtRisk(
                                row.parsed(3, "a kind of data", What::valueOf),
                                row.flag(6) ? OptionalLong.empty() : OptionalLong.of(row.size(4)),
                                row.parsed(5, "how far a count can be relied on", Exactness::valueOf)))))
                .forEach(held -> all.put(held.getKey(), held.getValue()));
        return all;
    }
}
