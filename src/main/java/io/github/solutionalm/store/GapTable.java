package io.github.solutionalm.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The looks that failed or were left out when the environment was captured. */
public final class GapTable {

    private static final int BATCH = 1000;

    private final Handle handle;

    GapTable(Handle handle) {
        this.handle = handle;
    }

    /** Adds gaps after those that are here. */
    public void add(List<Gap> gaps) {
        int last = handle.createQuery("SELECT COALESCE(MAX(seq), 0) FROM gap")
                .mapTo(int.class)
                .one();
        try (Batch batch = new Batch(handle, "INSERT INTO gap (seq, what, why) VALUES (?, ?, ?)")) {
            for (Gap gap : gaps) {
                batch.add(++last, gap.what(), gap.why());
                if (batch.rows() == BATCH) {
                    batch.send();
                }
            }
            batch.send();
        }
    }

    /** All of them, as they were added. */
    public List<Gap> all() {
        return handle.createQuery("SELECT what, why FROM gap ORDER BY seq")
                .map(Row.to(row -> new Gap(row.text(1), row.text(2))))
                .list();
    }

    /**
     * One of them.
     *
     * @param what what was to be seen
     * @param why why it was not
     */
    public record Gap(String what, String why) {}
}
