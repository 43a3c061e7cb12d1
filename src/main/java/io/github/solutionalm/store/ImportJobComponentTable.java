package io.github.solutionalm.store;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What jobs did to components. */
final class ImportJobComponentTable {

    private static final int BATCH = 1000;

    private static final String SELECT =
            "SELECT type, key, change, status, code, text FROM import_job_component WHERE job = ? ORDER BY seq";
    private static final String INSERT =
            """
            INSERT INTO import_job_component (job, seq, type, key, change, status, code, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Handle handle;

    ImportJobComponentTable(Handle handle) {
        this.handle = handle;
    }

    void replace(int job, Iterable<ImportJobComponent> results) {
        handle.execute("DELETE FROM import_job_component WHERE job = ?", job);
        try (Batch batch = new Batch(handle, INSERT)) {
            int seq = 0;
            for (ImportJobComponent result : results) {
                ComponentKey key = result.component();
                batch.add(
                        job,
                        seq++,
                        key.type().name(),
                        key.key(),
                        result.change().name(),
                        result.status(),
                        result.code(),
                        result.text());
                if (batch.rows() == BATCH) {
                    batch.send();
                }
            }
            batch.send();
        }
    }

    List<ImportJobComponent> of(int job) {
        return handle.createQuery(SELECT)
                .bind(0, job)
                .map(Row.to(row -> new ImportJobComponent(
                        row.key(1), row.parsed(3, "a change", Change::valueOf), row.text(4), row.text(5), row.text(6))))
                .list();
    }
}
