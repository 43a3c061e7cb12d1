package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Finding;
import java.util.List;

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
 */
public record PlanResult(
        OperationSubject subject,
        Operation operation,
        Outcome outcome,
        Findings findings,
        Blocks blocks,
        List<ComponentChange> changes,
        List<ComponentChange> deferred,
        PlanBasis basis)
        implements OperationResult {

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
