package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hears how an operation goes on. The calls come in this order, on the thread of the operation:
 * {@code waiting* (packageOpened? manifestRead? | applying?) (planned | resumed)? progress* changed?}, once for each operation. The
 * result comes back from the operation itself. An environment that others share may also turn out to be busy later:
 * {@code waiting} then comes in between.
 */
public interface ImportListener {

    /** A listener that does not listen. */
    ImportListener NONE = new ImportListener() {};

    /**
     * Another operation runs in the environment; called when the wait begins and then at least every 30 seconds.
     *
     * @param holder what runs there, for people
     * @param waited how long so far
     */
    default void waiting(String holder, Duration waited) {}

    /** The package was opened. */
    default void packageOpened(PackageFile file) {}

    /**
     * The manifest was read.
     *
     * @param installed version that the environment holds already, and its patches
     */
    default void manifestRead(SolutionManifest manifest, Optional<Installed> installed) {}

    /**
     * A staged upgrade is about to be applied.
     *
     * @param staged the staged solution under its base's name, as far as it is known
     * @param replaced base and patches that give way to it
     */
    default void applying(SolutionManifest staged, Installed replaced) {}

    /** The plan is made. Unless it is blocked or a gate refuses it, it is carried out now. */
    default void planned(PlanSummary plan) {}

    /** What the operation changed, in an environment that tells it only afterwards; there is no plan of it then. */
    default void changed(PlanSummary done) {}

    /**
     * What an earlier build started is waited for; nothing is started anew.
     *
     * @param job what the environment knows it by, for people
     * @param since when it was started, or last heard of
     */
    default void resumed(String job, Instant since) {}

    /**
     * A component was processed.
     *
     * @param phase what is going on, a component type's name or a word such as {@code Reading}
     * @param done how many are done
     * @param total how many there are, 0 while that is not known
     */
    default void progress(String phase, int done, int total) {}

    /**
     * A solution that is already installed.
     *
     * @param version its version
     * @param patches the versions of its patches
     * @param managed whether it is managed
     */
    record Installed(SolutionVersion version, List<SolutionVersion> patches, boolean managed) {

        /** A managed one. */
        public Installed(SolutionVersion version, List<SolutionVersion> patches) {
            this(version, patches, true);
        }
    }

    /**
     * The plan in figures.
     *
     * @param operation what will be done
     * @param changes each component that is not left unchanged
     * @param unchanged how many are
     * @param hidden for each layer that covers changes, so that they will not show, how many; by its owner
     * @param deferred what applying the upgrade will remove later, when this stages one
     */
    record PlanSummary(
            Operation operation,
            List<PlannedChange> changes,
            int unchanged,
            Map<String, Integer> hidden,
            List<PlannedChange> deferred) {

        /** The figures of the changes of a plan, and of those that it leaves to the application of the upgrade. */
        public static PlanSummary of(
                Operation operation, List<ComponentChange> changes, List<ComponentChange> deferred) {
            Map<String, Integer> hidden = new TreeMap<>();
            changes.forEach(change -> change.hiddenBy().ifPresent(owner -> hidden.merge(owner, 1, Integer::sum)));
            int unchanged = (int) changes.stream()
                    .filter(change -> change.change() == Change.UNCHANGED)
                    .count();
            return new PlanSummary(operation, PlannedChange.of(changes), unchanged, hidden, PlannedChange.of(deferred));
        }
    }

    /**
     * One change of the plan.
     *
     * @param type type name
     * @param key key
     * @param change what is done
     * @param blocked whether something blocks it
     * @param owners of a deletion, the owners of the layers that are removed
     * @param values values of a choice that go
     * @param data what goes in rows with a deletion or with values of a choice; empty where there are none
     */
    record PlannedChange(
            String type,
            String key,
            Change change,
            boolean blocked,
            List<String> owners,
            List<ComponentChange.LostValue> values,
            Optional<DataAtRisk> data) {

        public PlannedChange {
            owners = List.copyOf(owners);
            values = List.copyOf(values);
        }

        /** Entries for all changes except UNCHANGED. */
        public static List<PlannedChange> of(List<ComponentChange> changes) {
            return changes.stream()
                    .filter(change -> change.change() != Change.UNCHANGED)
                    .map(change -> new PlannedChange(
                            change.key().type().name(),
                            change.key().key(),
                            change.change(),
                            change.isBlocked(),
                            change.owners(),
                            change.values(),
                            change.data()))
                    .toList();
        }

        /** A change of which no more is known. */
        public PlannedChange(String type, String key, Change change, boolean blocked) {
            this(type, key, change, blocked, List.of(), List.of(), Optional.empty());
        }
    }
}
