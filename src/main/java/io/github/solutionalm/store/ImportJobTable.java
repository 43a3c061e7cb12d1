package io.github.solutionalm.store;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The operations that ran in the environment. */
public final class ImportJobTable {

    private static final String SELECT =
            """
            SELECT guid, goal, operation, solution, version, package_file, sha256, options, started, completed, progress,
                   outcome, errors, state
            FROM import_job
            """;
    private static final String SAVE =
            """
            INSERT INTO import_job (id, guid, goal, operation, solution, version, package_file, sha256, options, started,
                                    completed, progress, outcome, errors, state)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM import_job), :guid, :goal, :operation, :solution, :version,
                    :packageFile, :sha256, :options, :started, :completed, :progress, :outcome, :errors, :state)
            ON CONFLICT (guid) DO UPDATE SET
                operation = excluded.operation, solution = excluded.solution, version = excluded.version,
                package_file = excluded.package_file, sha256 = excluded.sha256, options = excluded.options,
                completed = excluded.completed, progress = excluded.progress, outcome = excluded.outcome,
                errors = excluded.errors, state = excluded.state
            """;
    private static final String INTERRUPT =
            "UPDATE import_job SET state = 'INTERRUPTED', completed = ? WHERE state = 'RUNNING'";

    private final Handle handle;
    private final Clock clock;
    private final ImportJobComponentTable components;

    ImportJobTable(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
        this.components = new ImportJobComponentTable(handle);
    }

    /** Records that a job runs: in a transaction of its own, so that it is seen when the job's own is rolled back. */
    public void start(ImportJob job) {
        save(job);
    }

    /** Records how a job ended and what it did to each component. */
    public void finish(ImportJob job, Iterable<ImportJobComponent> results) {
        save(job);
        components.replace(id(job.id()), results);
    }

    /**
     * Marks jobs that still count as running as interrupted. For the one who holds the operation lock: nothing can run
     * then, so their processes died.
     *
     * @return how many
     */
    public int interruptRunning() {
        return handle.execute(INTERRUPT, clock.instant().toString());
    }

    /** The job with this GUID; empty when there is none. */
    public Optional<ImportJob> find(UUID id) {
        return handle.createQuery(SELECT + "WHERE guid = ?")
                .bind(0, id.toString())
                .map(Row.to(ImportJobTable::job))
                .findOne();
    }

    /** All jobs, the oldest first. */
    public List<ImportJob> all() {
        return handle.createQuery(SELECT + "ORDER BY id")
                .map(Row.to(ImportJobTable::job))
                .list();
    }

    /** What a job did, in the order given to {@link #finish}. */
    public List<ImportJobComponent> components(UUID id) {
        return components.of(id(id));
    }

    private int id(UUID guid) {
        return handle.createQuery("SELECT id FROM import_job WHERE guid = ?")
                .bind(0, guid.toString())
                .mapTo(int.class)
                .findOne()
                .orElse(0);
    }

    private void save(ImportJob job) {
        handle.createUpdate(SAVE)
                .bind("guid", job.id().toString())
                .bind("goal", job.request().goal())
                .bind("operation", job.subject().operation())
                .bind("solution", job.subject().solution())
                .bind("version", job.subject().version())
                .bind("packageFile", job.request().packageFile())
                .bind("sha256", job.request().sha256())
                .bind("options", job.request().options())
                .bind("started", job.started().toString())
                .bind("completed", job.end().at().map(Instant::toString).orElse(null))
                .bind("progress", job.end().progress())
                .bind("outcome", job.end().outcome())
                .bind("errors", job.end().errors())
                .bind("state", job.end().state().name())
                .execute();
    }

    private static ImportJob job(Row row) throws SQLException {
        return new ImportJob(
                row.parsed(1, "a GUID", UUID::fromString),
                new ImportJob.Request(row.text(2), row.text(6), row.text(7), row.text(8)),
                new ImportJob.Subject(row.text(3), row.text(4), row.text(5)),
                row.parsed(9, "a time", Instant::parse),
                new ImportJob.End(
                        row.parsed(14, "a state", ImportJob.State::valueOf),
                        row.text(12),
                        row.parsed(11, "a number", Double::valueOf),
                        row.text(13),
                        row.optional(10, "a time", Instant::parse)));
    }

    /**
     * What a job did to one component.
     *
     * @param component the component; need not exist any more
     * @param change what was done, or was to be done
     * @param status such as {@code SUCCESS}
     * @param code the platform's code of an error or warning, else empty
     * @param text an error or warning, else empty
     */
    public record ImportJobComponent(ComponentKey component, Change change, String status, String code, String text) {}

    /** What jobs did to components. */
    private static final class ImportJobComponentTable {

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
                            row.key(1),
                            row.parsed(3, "a change", Change::valueOf),
                            row.text(4),
                            row.text(5),
                            row.text(6))))
                    .list();
        }
    }
}
