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
 * @param changes by component of the package, as far as it is known
 * @param others what happened to components that the package does not have
 * @param hidden how many changes another layer covers, among those whose layers were read; by its owner
 * @param deferred what applying the upgrade will remove later, when this stages one
 */
public record ContentChanges(
        Map<ComponentKey, Change> changes, List<Other> others, Map<String, Integer> hidden, List<Other> deferred) {

    /** Nothing is known. */
    public static final ContentChanges UNKNOWN = new ContentChanges(Map.of(), List.of(), Map.of(), List.of());

    public boolean isKnown() {
        return !changes.isEmpty() || !others.isEmpty();
    }

    public int hiddenInAll() {
        return hidden.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** In figures. */
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

    /** A component that the package does not have. */
    public record Other(ComponentKey key, String name, Change change) {

        static Other of(ListedComponent component, Change change) {
            return new Other(component.key(), component.displayName(), change);
        }
    }
}
