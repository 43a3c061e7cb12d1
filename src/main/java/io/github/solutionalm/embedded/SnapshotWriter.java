package io.github.solutionalm.embedded;

import static java.util.stream.Collectors.toMap;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.EnvironmentSnapshot.Looks;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.store.CapturedComponents.Captured;
import io.github.solutionalm.store.DependencyTable.Dependency;
import io.github.solutionalm.store.GapTable.Gap;
import io.github.solutionalm.store.LookTable.Kind;
import io.github.solutionalm.store.OriginTable.Origin;
import io.github.solutionalm.store.StoreTransaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what was captured of an environment into an empty one: its layers are there, and nobody has read them. */
final class SnapshotWriter {

    private final EnvironmentSnapshot snapshot;
    private final StoreTransaction tx;
    private final Map<String, InstalledSolution> unsaved = new HashMap<>();

    private SnapshotWriter(EnvironmentSnapshot snapshot, StoreTransaction tx) {
        this.snapshot = snapshot;
        this.tx = tx;
    }

    /**
     * Writes all of a snapshot.
     *
     * @throws IllegalArgumentException when it names a solution or a publisher that it does not have
     */
    static void write(EnvironmentSnapshot snapshot, StoreTransaction tx) {
        new SnapshotWriter(snapshot, tx).write();
    }

    private void write() {
        EnvironmentSnapshot.Origin origin = snapshot.origin();
        tx.origin().save(new Origin(origin.url(), origin.organizationId(), origin.platformVersion(), origin.takenAt()));
        snapshot.publishers().forEach(tx.publishers()::save);
        saveSolutions();
        tx.captured()
                .add(snapshot.components().stream()
                        .map(component -> new Captured(
                                component.key(),
                                component.objectId(),
                                component.label(),
                                component.layers(),
                                component.holders()))
                        .toList());
        tx.dependencies()
                .add(snapshot.dependencies().stream()
                        .map(dependency -> new Dependency(dependency.required(), dependency.dependent()))
                        .toList());
        writeLooks(snapshot.looks());
    }

    private void saveSolutions() {
        unsaved.putAll(snapshot.solutions().stream()
                .collect(toMap(solution -> UniqueName.key(solution.uniqueName()), solution -> solution)));
        snapshot.solutions().forEach(solution -> save(solution.uniqueName()));
    }

    /** What it patches, or will replace, first: it may have been installed again since. */
    private void save(String name) {
        Optional<InstalledSolution> solution = Optional.ofNullable(unsaved.remove(UniqueName.key(name)));
        solution.flatMap(InstalledSolution::patchOf).ifPresent(this::save);
        solution.flatMap(InstalledSolution::holdingFor).ifPresent(this::save);
        solution.ifPresent(tx.solutions()::save);
    }

    private void writeLooks(Looks looks) {
        tx.looks().addTypes(looks.types());
        tx.looks().addTables(looks.tables());
        tx.looks().add(Kind.DEPENDENTS, looks.dependents());
        tx.looks().add(Kind.UNSEEN_CUSTOMIZATIONS, looks.unseenCustomizations());
        tx.dataAtRisk().add(looks.data());
        tx.gaps()
                .add(looks.gaps().stream()
                        .map(gap -> new Gap(gap.what(), gap.why()))
                        .toList());
    }
}
