package io.github.solutionalm.embedded;

import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.OperationPhase;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far an operation got, and what is known of it then. Each step makes the next phase of the one before: opened, settled,
 * found, chosen, read, planned, applied. An operation that fails is reported from the last phase that it reached.
 */
sealed interface Phase extends OperationPhase {

    @Override
    Phase before();

    default List<Finding> warnings() {
        return before().warnings();
    }

    /** What the build's gates find in it. */
    default List<Finding> gateFindings() {
        return before().gateFindings();
    }

    /** What went with a leftover staged upgrade, before the plan was made. */
    default List<ComponentChange> settled() {
        return before().settled();
    }

    /** Empty until it is planned, and when there is nothing to do. */
    default Optional<ImportPlan> plan() {
        return before().plan();
    }

    default PlanBasis basis() {
        return before().basis();
    }

    /** Whether what it changed is published. */
    default boolean isPublished() {
        return before().isPublished();
    }

    /** The plan's changes, and those that were settled before it and are not in it. */
    default List<ComponentChange> changes() {
        List<ComponentChange> planned = plan().map(ImportPlan::changes).orElse(List.of());
        Set<ComponentKey> keys = planned.stream().map(ComponentChange::key).collect(Collectors.toSet());
        return Stream.concat(planned.stream(), settled().stream().filter(change -> !keys.contains(change.key())))
                .toList();
    }

    /** Nothing but what the request says, or the package file and its manifest. */
    record Opened(OperationSubject subject) implements Phase, OperationPhase.First {

        @Override
        public Phase before() {
            throw new IllegalStateException("Opening is the first phase");
        }

        @Override
        public List<Finding> warnings() {
            return List.of();
        }

        @Override
        public List<Finding> gateFindings() {
            return List.of();
        }

        @Override
        public List<ComponentChange> settled() {
            return List.of();
        }

        @Override
        public Optional<ImportPlan> plan() {
            return Optional.empty();
        }

        @Override
        public PlanBasis basis() {
            return PlanBasis.NONE;
        }

        @Override
        public boolean isPublished() {
            return false;
        }
    }

    /** A leftover staged upgrade was applied or discarded, which deleted components. */
    record Settled(Phase before, List<ComponentChange> settled, List<Finding> more, List<Finding> gateFindings)
            implements Phase {

        static Settled of(Phase before, ImportPlan plan, Finding warning, List<Finding> gateFindings) {
            return new Settled(
                    before,
                    plan.changes().stream()
                            .filter(change -> change.change() == Change.DELETE)
                            .toList(),
                    joined(plan.warnings(), List.of(warning)),
                    gateFindings);
        }

        @Override
        public List<Finding> warnings() {
            return joined(before.warnings(), more);
        }
    }

    /** The environment was asked what it holds of the solution. */
    record Found(Phase before, Optional<InstalledSolution> installed) implements Phase {

        @Override
        public OperationSubject subject() {
            return before.subject()
                    .over(installed.map(solution -> solution.version().toString()));
        }
    }

    /** It is decided what the operation is. */
    record Chosen(Phase before, Operation operation, Outcome success, List<Finding> more) implements Phase {

        @Override
        public List<Finding> warnings() {
            return joined(before.warnings(), more);
        }
    }

    /** The whole package was read, or what is kept of a staged one. */
    record Read(Phase before, OperationSubject subject, List<Integer> languages, List<Finding> more) implements Phase {

        static Read of(Phase before, List<Integer> languages, List<Finding> warnings) {
            return new Read(before, before.subject(), languages, warnings);
        }

        @Override
        public List<Finding> warnings() {
            return joined(before.warnings(), more);
        }
    }

    /** What happens to each component is known. */
    record Planned(Phase before, ImportPlan made, PlanBasis basis, List<Finding> found) implements Phase {

        @Override
        public Optional<ImportPlan> plan() {
            return Optional.of(made);
        }

        /** A plan repeats the warnings of the choice that it was made for. */
        @Override
        public List<Finding> warnings() {
            return joined(before.warnings(), made.warnings());
        }

        @Override
        public List<Finding> gateFindings() {
            return joined(before.gateFindings(), found);
        }
    }

    /** The plan says what changes inside. */
    record Detailed(Phase before, ImportPlan made) implements Phase {

        @Override
        public Optional<ImportPlan> plan() {
            return Optional.of(made);
        }
    }

    /** The plan was carried out. */
    record Applied(Phase before, boolean isPublished) implements Phase {}

    private static List<Finding> joined(List<Finding> first, List<Finding> second) {
        Set<Finding> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
