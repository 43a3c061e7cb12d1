package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What an operation would do.
 *
 * @param subject what it is about
 * @param operation what would be carried out
 * @param outcome how it would end
 * @param findings what is wrong with it
 * @param blocks what else blocks it
 * @param changes one per component; none when the operation would be refused for other reasons than blocked deletions
 * @param deferred what applying the upgrade would remove later, when this stages one
 * @param basis what it was made from
 * @param captured where and when the environment was captured that it was made on, and what stayed unseen; empty where all is
 *     known
 */
public record PlanResult(
        OperationSubject subject,
        Operation operation,
        Outcome outcome,
        Findings findings,
        Blocks blocks,
        List<ComponentChange> changes,
        List<ComponentChange> deferred,
        PlanBasis basis,
        Optional<Captured> captured)
        implements OperationResult {

    /** A plan made where all is known. */
    public PlanResult(
            OperationSubject subject,
            Operation operation,
            Outcome outcome,
            Findings findings,
            Blocks blocks,
            List<ComponentChange> changes,
            List<ComponentChange> deferred,
            PlanBasis basis) {
        this(subject, operation, outcome, findings, blocks, changes, deferred, basis, Optional.empty());
    }

    /**
     * How an environment was captured.
     *
     * @param origin where and when
     * @param gaps the looks that failed or were left out
     */
    public record Captured(EnvironmentSnapshot.Origin origin, List<EnvironmentSnapshot.Gap> gaps) {

        public Captured {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * What blocks a plan.
     *
     * @param blockers what blocks its deletions, with what to do; empty when nothing does
     * @param gateFindings what the build's gates find in it; an import with the same gates is refused for them
     */
    public record Blocks(List<Finding> blockers, List<Finding> gateFindings) {

        /** Nothing blocks the plan. */
        public static final Blocks NONE = new Blocks(List.of(), List.of());

        public Blocks {
            blockers = List.copyOf(blockers);
            gateFindings = List.copyOf(gateFindings);
        }
    }

    public PlanResult {
        changes = List.copyOf(changes);
        deferred = List.copyOf(deferred);
    }

    /** This plan, made on what was captured. */
    public PlanResult on(Captured snapshot) {
        return new PlanResult(
                subject, operation, outcome, findings, blocks, changes, deferred, basis, Optional.of(snapshot));
    }

    public List<Finding> blockers() {
        return blocks.blockers();
    }

    public List<Finding> gateFindings() {
        return blocks.gateFindings();
    }

    /** Whether a deletion is blocked, so that the operation would be refused. */
    public boolean isBlocked() {
        return changes.stream().anyMatch(ComponentChange::isBlocked);
    }

    /** How many components change in this way. */
    public int count(Change change) {
        return (int) changes.stream().filter(c -> c.change() == change).count();
    }

    /** Workflows of the package that would stay off, since they were exported as drafts; by key. */
    public List<LeftOff> leftOff() {
        return LeftOff.of(changes, warnings());
    }

    /** How many changes another layer covers. */
    public int hidden() {
        return (int) changes.stream().filter(c -> c.hiddenBy().isPresent()).count();
    }
}
