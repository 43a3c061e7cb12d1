package io.github.solutionalm.engine;

import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applies or discards a staged upgrade (docs/concepts.md, "Stage and apply" and "Discard").
 */
public final class StagedUpgrade {

    private StagedUpgrade() {}

    /**
     * Plans to apply it: the holding solution takes the place of patches and base, and what only they had is deleted.
     * Nothing else that shows changes.
     *
     * @param stack with a base and a holding solution
     */
    public static ImportPlan apply(SolutionStack stack, EnvironmentView environment) {
        InstalledSolution holding = stack.holding().orElseThrow();
        Set<ComponentKey> staged = environment.layersOf(holding.uniqueName());
        Set<ComponentKey> gone = new TreeSet<>();
        stack.owners().forEach(owner -> gone.addAll(environment.layersOf(owner)));
        gone.removeAll(staged);
        Set<ComponentKey> listed = new TreeSet<>(environment.membersOf(holding.uniqueName()));
        listed.retainAll(gone);
        LeavingLayers leaving = new LeavingLayers(stack.owners(), holding.publisher());
        Map<ComponentKey, ComponentState> states = environment.components(listed);
        listed.removeIf(key -> leaving.leavesOthers(states.get(key)));
        gone.removeAll(listed);

        List<ComponentChange> changes = new ArrayList<>();
        unchanged(environment.components(staged).values(), Change.UNCHANGED, changes);
        unchanged(environment.components(listed).values(), Change.KEEP, changes);
        StoredReferences references = new StoredReferences(environment);
        List<ComponentChange> removals =
                Removals.of(gone, environment, references, leaving, ArrivingLayers.none(holding.uniqueName(), listed));
        changes.addAll(removals);
        return plan(
                Operation.APPLY_UPGRADE,
                Outcome.APPLIED,
                stack.uniqueName(),
                losing(changes, stack, environment),
                PlatformFaults.warnings(removals, environment, references));
    }

    /** Adds the values that only the old version has to the changes of components that stay. */
    private static List<ComponentChange> losing(
            List<ComponentChange> changes, SolutionStack stack, EnvironmentView environment) {
        List<ComponentKey> keys = changes.stream()
                .filter(change -> change.change() != Change.KEEP)
                .map(ComponentChange::key)
                .toList();
        return new LostValues(environment, stack::owns)
                .addedTo(changes, environment.components(keys), change -> Set.of());
    }

    /**
     * Plans to discard it: its layers are removed, and what only it had is deleted.
     *
     * @param stack with a holding solution
     */
    public static ImportPlan discard(SolutionStack stack, EnvironmentView environment) {
        InstalledSolution holding = stack.holding().orElseThrow();
        List<ComponentChange> changes = Removals.of(
                environment.layersOf(holding.uniqueName()),
                environment,
                new StoredReferences(environment),
                LeavingLayers.ofDiscarded(holding.uniqueName(), holding.publisher()),
                ArrivingLayers.none(holding.uniqueName(), Set.of()));
        return plan(Operation.NONE, Outcome.NOTHING_TO_APPLY, holding.uniqueName(), changes, List.of());
    }

    private static void unchanged(Collection<ComponentState> states, Change change, List<ComponentChange> changes) {
        states.stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .forEach(state -> changes.add(ComponentChange.without(state, change, List.of(), List.of())));
    }

    private static ImportPlan plan(
            Operation operation, Outcome outcome, String owner, List<ComponentChange> changes, List<Finding> warnings) {
        return new ImportPlan(operation, outcome, owner, changes, List.of(), List.of(), warnings, List.of(), Map.of());
    }
}
