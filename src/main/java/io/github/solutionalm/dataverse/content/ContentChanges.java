package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.Operation;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import java.util.List;
import java.util.Map;

/**
 * The changes of an operation to the components of an environment.
 *
 * @param changes changes of components of the package, as far as they are known
 * @param others changes of components that the package does not have
 * @param hidden number of changes that another layer hides, among those whose layers were read; by its owner
 * @param deferred of an upgrade that was staged, the removals when it is applied
 */
public record ContentChanges(
        Map<ComponentKey, Change> changes, List<Other> others, Map<String, Integer> hidden, List<Other> deferred) {

    /** The changes of an operation of which nothing is known. */
    public static final ContentChanges UNKNOWN = new ContentChanges(Map.of(), List.of(), Map.of(), List.of());

    public boolean isKnown() {
        return !changes.isEmpty() || !others.isEmpty();
    }

    public int hiddenInAll() {
        return hidden.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The summary of the changes. */
    public PlanSummary summary(Operation operation, List<ComponentResult> components) {
        List<PlannedChange> done = components.stream()
                .filter(component -> component.change() != Change.UNCHANGED)
                .map(component -> new PlannedChange(
                        component.key().type().name(), component.key().key(), component.change(), false))
                .toList();
        List<PlannedChange> later = deferred.stream()
                .map(other ->
                        new PlannedChange(other.key().type().name(), other.key().key(), other.change(), false))
                .toList();
        return new PlanSummary(operation, done, components.size() - done.size(), hidden, later);
    }

    /** The change of a component that the package does not have. */
    public record Other(ComponentKey key, String name, Change change) {

        static Other of(ListedComponent component, Change change) {
            return new Other(component.key(), component.displayName(), change);
        }
    }
}
