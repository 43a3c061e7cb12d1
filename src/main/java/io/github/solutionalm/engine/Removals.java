package io.github.solutionalm.engine;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.Doubt;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows of the table for components that S had and N does not have, when layers of S are removed (docs/concepts.md,
 * "What happens to one component"): in an upgrade, when a staged one is applied, and when one is discarded.
 */
final class Removals {

    private final EnvironmentView environment;
    private final StoredReferences stored;
    private final LeavingLayers leaving;
    private final ArrivingLayers arrivals;
    /** The components to delete, also those whose deletion is blocked. */
    private final Map<ComponentKey, ComponentState> toDelete = new TreeMap<>();

    private final Map<ComponentKey, ComponentState> unlayered = new TreeMap<>();
    private final Map<ComponentKey, Map<BlockerId, Blocker>> blockers = new TreeMap<>();

    private Removals(
            EnvironmentView environment, StoredReferences stored, LeavingLayers leaving, ArrivingLayers arrivals) {
        this.environment = environment;
        this.stored = stored;
        this.leaving = leaving;
        this.arrivals = arrivals;
    }

    /**
     * The rows, sorted by component.
     *
     * @param gone what has leaving layers, and is not in the package
     */
    static List<ComponentChange> of(
            Collection<ComponentKey> gone,
            EnvironmentView environment,
            StoredReferences stored,
            LeavingLayers leaving,
            ArrivingLayers arrivals) {
        return new Removals(environment, stored, leaving, arrivals).rows(gone);
    }

    private List<ComponentChange> rows(Collection<ComponentKey> gone) {
        environment.components(gone).values().forEach(this::decide);
        addParts();
        StayingColumns columns = new StayingColumns(environment, leaving);
        columns.of(toDelete).forEach(this::stay);
        columns.goingWith(toDelete).stream()
                .filter(column -> !arrivals.has(column.key()))
                .forEach(column -> toDelete.put(column.key(), column));
        MainForms forms = new MainForms(environment, arrivals);
        forms.lost(toDelete).forEach(form -> block(form.key(), lastForm(form)));
        addLists();
        RemainingReferences references = new RemainingReferences(environment, stored, leaving, arrivals);
        references.to(toDelete.keySet()).forEach((key, referring) -> referring.forEach(blocker -> block(key, blocker)));
        Set<ComponentKey> doubtful = references.doubtful(toDelete.keySet());
        Map<ComponentKey, DataAtRisk> data = environment.dataAtRisk(toDelete.keySet());
        List<ComponentChange> rows = new ArrayList<>();
        for (ComponentState state : toDelete.values()) {
            ComponentChange deletion =
                    deletion(state, doubtful.contains(state.key()) || forms.mayBeLost(state, toDelete));
            rows.add(Optional.ofNullable(data.get(state.key()))
                    .map(deletion::risking)
                    .orElse(deletion));
        }
        unlayered
                .values()
                .forEach(state -> rows.add(
                        ComponentChange.without(state, Change.UNLAYER, List.of(leaving.top(state)), List.of())));
        rows.sort((a, b) -> a.key().compareTo(b.key()));
        return rows;
    }

    private ComponentChange deletion(ComponentState state, boolean doubtful) {
        Map<BlockerId, Blocker> standing = blockers.getOrDefault(state.key(), Map.of());
        return ComponentChange.without(state, Change.DELETE, owners(state), List.copyOf(standing.values()))
                .doubting(doubtful ? Set.of(Doubt.MAY_BE_BLOCKED) : Set.of());
    }

    /** Finds the row of a component: S's layers are the only ones, a lower one exists, or the next above becomes the base. */
    private void decide(ComponentState state) {
        List<Layer> others = leaving.others(state);
        if (isTheUsersOwn(state) || others.isEmpty() && isValueOfTheEnvironment(state)) {
            unlayered.put(state.key(), state);
        } else if (others.isEmpty()) {
            delete(state);
        } else if (leaving.leavesOthers(state)) {
            unlayered.put(state.key(), state);
        } else {
            toDelete.put(state.key(), state);
            others.forEach(layer ->
                    block(state.key(), blocker(state, layer.owner(), PlatformCode.UNINSTALL_REFERENCED_SOLUTION)));
        }
    }

    /** A value that was set in the environment stays as long as its variable, even if the package had a value too. */
    private static boolean isValueOfTheEnvironment(ComponentState state) {
        return state.key().type().equals(ComponentType.ENVIRONMENT_VARIABLE_VALUE)
                && state.parent().isPresent()
                && state.layerOf(Layer.ACTIVE).isPresent();
    }

    /** Whether the component was there unmanaged before any solution had it: no solution deletes it. */
    private static boolean isTheUsersOwn(ComponentState state) {
        return state.layerOf(Layer.ACTIVE)
                .filter(layer -> layer.origin().first())
                .isPresent();
    }

    private void stay(ComponentState column) {
        toDelete.remove(column.key());
        unlayered.put(column.key(), column);
    }

    /** The owners of the layers of a component to delete, without System. */
    private static List<String> owners(ComponentState state) {
        return state.layers().stream()
                .map(Layer::owner)
                .filter(owner -> !owner.equals(Layer.SYSTEM))
                .toList();
    }

    private Blocker lastForm(ComponentState form) {
        return blocker(form, leaving.top(form), PlatformCode.LAST_FORM);
    }

    private void delete(ComponentState state) {
        toDelete.put(state.key(), state);
        boolean active = state.state().filter(ActivationState::isOn).isPresent();
        Optional<PlatformCode> rule = RuleChecks.deletion(state.key().type());
        if (active && rule.isPresent()) {
            block(state.key(), blocker(state, leaving.top(state), rule.get()));
        }
    }

    /** Parts are deleted with their component; a part that another solution has too, or that the package brings, blocks that. */
    private void addParts() {
        Set<ComponentKey> parents = Set.copyOf(toDelete.keySet());
        while (!parents.isEmpty()) {
            List<ComponentState> found = new ArrayList<>();
            for (ComponentState part : environment.partsOf(parents)) {
                Optional<ComponentKey> parent = leaving.parent(part).filter(parents::contains);
                if (parent.isPresent() && !toDelete.containsKey(part.key())) {
                    found.add(part);
                    decidePart(part, parent.get());
                }
            }
            parents = Set.copyOf(found.stream()
                    .map(ComponentState::key)
                    .filter(toDelete::containsKey)
                    .toList());
        }
        for (SolutionComponent component : arrivals.components().values()) {
            component.parent().filter(toDelete::containsKey).ifPresent(parent -> block(parent, arriving(component)));
        }
    }

    private void decidePart(ComponentState part, ComponentKey parent) {
        boolean moves = arrivals.of(part.key())
                .flatMap(SolutionComponent::parent)
                .filter(other -> !other.equals(parent))
                .isPresent();
        if (moves) {
            return;
        }
        if (arrivals.has(part.key())) {
            block(parent, blocker(part, arrivals.owner(), PlatformCode.DELETE_IN_USE));
            return;
        }
        List<Layer> managed =
                leaving.others(part).stream().filter(Layer::isManaged).toList();
        if (!managed.isEmpty()) {
            block(parent, blocker(part, managed.get(managed.size() - 1).owner(), PlatformCode.DELETE_IN_USE));
        } else if (part.key().type().standsAlone() && part.layers().stream().noneMatch(leaving::contains)) {
            block(parent, blocker(part, Layer.ACTIVE, PlatformCode.DELETE_IN_USE));
        } else {
            unlayered.remove(part.key());
            delete(part);
        }
    }

    /**
     * A component that another managed solution lists without a layer of its own, such as a table as a shell, stays until
     * that solution is removed too (docs/platform-facts.md, "Owners, dependencies and uninstall"): the list blocks its deletion.
     */
    private void addLists() {
        if (toDelete.isEmpty() || leaving.restoresPrevious()) {
            return;
        }
        for (InstalledSolution solution : environment.solutions()) {
            boolean own =
                    leaving.isOf(solution.uniqueName()) || UniqueName.same(solution.uniqueName(), arrivals.owner());
            if (solution.managed() && !own) {
                Set<ComponentKey> listed = new HashSet<>(environment.membersOf(solution.uniqueName()));
                listed.retainAll(toDelete.keySet());
                listed.forEach(key ->
                        block(key, blocker(toDelete.get(key), solution.uniqueName(), PlatformCode.DELETE_IN_USE)));
            }
        }
    }

    /** A component may block a deletion as a part and by a reference: it is named once. */
    private void block(ComponentKey key, Blocker blocker) {
        blockers.computeIfAbsent(key, k -> new LinkedHashMap<>())
                .putIfAbsent(new BlockerId(blocker.key(), blocker.solution()), blocker);
    }

    /** A component, and the owner of the layer by which it blocks a deletion. */
    private record BlockerId(ComponentKey key, String solution) {}

    private Blocker arriving(SolutionComponent component) {
        return new Blocker(component.key(), component.name(), arrivals.owner(), PlatformCode.DELETE_IN_USE.code());
    }

    private static Blocker blocker(ComponentState state, String owner, PlatformCode code) {
        return new Blocker(state.key(), state.name(), owner, code.code());
    }
}
