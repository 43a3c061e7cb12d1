package io.github.solutionalm.engine;

import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The plan of an operation. Immutable: it is printed, compared and carried out exactly.
 *
 * @param operation what kind of operation it is
 * @param outcome how it ends when it is carried out
 * @param owner whose layers it writes: the solution, its holding solution, or Active
 * @param changes one per component, in the order of the package; what the package does not carry follows, sorted
 * @param deferred what applying the upgrade will remove later, when this stages one
 * @param context components that the package only mentions
 * @param warnings what the user should know
 * @param missingDependencies what is missing and let pass
 * @param before what the environment held of the package's components, as far as it held them
 */
public record ImportPlan(
        Operation operation,
        Outcome outcome,
        String owner,
        List<ComponentChange> changes,
        List<ComponentChange> deferred,
        List<SolutionComponent> context,
        List<Finding> warnings,
        List<MissingDependency> missingDependencies,
        Map<ComponentKey, ComponentState> before) {

    public ImportPlan {
        changes = List.copyOf(changes);
        deferred = List.copyOf(deferred);
        context = List.copyOf(context);
        warnings = List.copyOf(warnings);
        missingDependencies = List.copyOf(missingDependencies);
        before = Collections.unmodifiableMap(before);
    }

    /** This plan with more said of its changes. */
    public ImportPlan with(List<ComponentChange> others) {
        return new ImportPlan(
                operation, outcome, owner, others, deferred, context, warnings, missingDependencies, before);
    }

    /** How many components change in this way. */
    public int count(Change change) {
        return (int) changes.stream().filter(c -> c.change() == change).count();
    }

    /** What happens now, and what applying the upgrade does later: a gate refuses before the first of two steps. */
    public List<ComponentChange> changesInTheEnd() {
        return Stream.concat(changes.stream(), deferred.stream()).toList();
    }

    /** The components that change in this way. */
    public List<ComponentKey> keys(Change change) {
        return changes.stream()
                .filter(c -> c.change() == change)
                .map(ComponentChange::key)
                .toList();
    }

    /** Whether a deletion is blocked: then it can't be carried out. */
    public boolean isBlocked() {
        return changes.stream().anyMatch(ComponentChange::isBlocked);
    }

    /** How many changes another layer covers. */
    public int hidden() {
        return hiddenBy().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Number of hidden changes, by owner of the layer that hides them. */
    public Map<String, Integer> hiddenBy() {
        Map<String, Integer> hidden = new TreeMap<>();
        changes.forEach(change -> change.hiddenBy().ifPresent(owner -> hidden.merge(owner, 1, Integer::sum)));
        return hidden;
    }
}
