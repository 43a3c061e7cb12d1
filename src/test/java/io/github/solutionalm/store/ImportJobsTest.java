package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.NOW;
import static io.github.solutionalm.store.Fixture.column;
import static io.github.solutionalm.store.Fixture.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.store.ImportJobTable.ImportJobComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJobsTest {

    private static final ImportJob RUNNING = ImportJob.running(
            new UUID(1, 2), new ImportJob.Request("import", "Orders.zip", "ab12", "action=upgrade"), NOW);

    @TempDir
    Path folder;

    private EnvironmentStore store;

    @BeforeEach
    void open() {
        store = Fixture.open(folder);
    }

    @Test
    void aJobIsSeenWhileItRunsAndAfterItEnded() {
        store.change(tx -> tx.jobs().start(RUNNING));
        see(store, tx -> assertThat(tx.jobs().find(RUNNING.id())).contains(RUNNING));

        ImportJob ended = RUNNING.ended(
                new ImportJob.Subject("UPGRADE", "Orders", "2.0.0.0"),
                new ImportJob.End(ImportJob.State.COMPLETED, "UPGRADED", 100, "", Optional.of(NOW.plusSeconds(9))));
        List<ImportJobComponent> results = List.of(
                new ImportJobComponent(column("t.b"), Change.ADD, "SUCCESS", "", ""),
                new ImportJobComponent(column("t.a"), Change.DELETE, "WARNING", "0x80045042", "went to draft"));
        store.change(tx -> tx.jobs().finish(ended, results));

        see(store, tx -> assertThat(tx.jobs().all()).containsExactly(ended));
        see(store, tx -> assertThat(tx.jobs().components(ended.id())).isEqualTo(results));
        see(store, tx -> assertThat(tx.jobs().components(new UUID(3, 4))).isEmpty());
    }

    @Test
    void jobsOfDeadProcessesAreMarkedAsInterrupted() {
        ImportJob failed = ImportJob.running(new UUID(5, 6), new ImportJob.Request("import", "Other.zip", "", ""), NOW)
                .ended(
                        ImportJob.Subject.UNKNOWN,
                        new ImportJob.End(ImportJob.State.FAILED, "FAILED", 40, "0x8004801D …", Optional.of(NOW)));
        store.change(tx -> {
            tx.jobs().start(RUNNING);
            tx.jobs().finish(failed, List.of());
        });

        assertThat(store.<Integer, RuntimeException>transact(tx -> tx.jobs().interruptRunning()))
                .isEqualTo(1);
        see(store, tx -> assertThat(tx.jobs().all())
                .containsExactly(
                        RUNNING.ended(
                                ImportJob.Subject.UNKNOWN,
                                new ImportJob.End(ImportJob.State.INTERRUPTED, "", 0, "", Optional.of(NOW))),
                        failed));
        assertThat(store.<Integer, RuntimeException>transact(tx -> tx.jobs().interruptRunning()))
                .isZero();
    }
}
