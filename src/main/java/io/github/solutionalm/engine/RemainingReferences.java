package io.github.solutionalm.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Reference;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who refers to components that are to be deleted, in what shows once the operation is done: the effective definition of
 * each component that remains (engine.md, State and "DELETE is blocked").
 */
final class RemainingReferences {

    private final EnvironmentView environment;
    private final LeavingLayers leaving;
    private final Arrivals arrivals;
    private final LayerOrder order;

    RemainingReferences(EnvironmentView environment, LeavingLayers leaving, Arrivals arrivals) {
        this.environment = environment;
        this.leaving = leaving;
        this.arrivals = arrivals;
        this.order = new LayerOrder(environment.solutions());
    }

    /** By component that is to go: the components that hold it, sorted. */
    Map<ComponentKey, List<Blocker>> to(Set<ComponentKey> going) {
        if (going.isEmpty()) {
            return Map.of();
        }
        Map<ComponentKey, Map<String, Set<ComponentKey>>> stored = stored(going);
        Set<ComponentKey> sources = new TreeSet<>(stored.keySet());
        arrivals.components().values().stream()
                .filter(component -> component.references().stream().anyMatch(going::contains))
                .forEach(component -> sources.add(component.key()));
        sources.removeAll(going);
        Map<ComponentKey, ComponentState> states = environment.components(sources);
        Map<ComponentKey, List<Blocker>> blockers = new TreeMap<>();
        for (ComponentKey source : sources) {
            Optional<ComponentState> state = Optional.ofNullable(states.get(source));
            shown(source, state, stored.getOrDefault(source, Map.of())).forEach((owner, targets) -> targets.stream()
                    .filter(going::contains)
                    .forEach(target -> blockers.computeIfAbsent(target, key -> new ArrayList<>())
                            .add(blocker(source, state, leaving.isOf(owner) ? arrivals.owner() : owner))));
        }
        return blockers;
    }

    /** What the environment's layers refer to, by component and owner. */
    private Map<ComponentKey, Map<String, Set<ComponentKey>>> stored(Set<ComponentKey> going) {
        return environment.referencesTo(going).stream()
                .collect(groupingBy(
                        Reference::source, groupingBy(Reference::owner, mapping(Reference::target, toSet()))));
    }

    /** The references of the layers of a component that show afterwards, by owner. */
    private Map<String, Set<ComponentKey>> shown(
            ComponentKey source, Optional<ComponentState> state, Map<String, Set<ComponentKey>> stored) {
        Map<String, Set<ComponentKey>> all = new HashMap<>();
        for (String owner : showing(source, state)) {
            Set<ComponentKey> targets = isArriving(owner, source)
                    ? arrivals.of(source).map(SolutionComponent::references).orElseThrow()
                    : stored.getOrDefault(owner, Set.of());
            all.merge(owner, targets, RemainingReferences::union);
        }
        return all;
    }

    private boolean isArriving(String owner, ComponentKey source) {
        return arrivals.of(source).isPresent()
                && (owner.equals(arrivals.owner())
                        || owner.equals(Layer.ACTIVE) && arrivals.overwritten().contains(source));
    }

    /** The owners of the layers that show afterwards: of a merging type all, else the top one that has a definition. */
    private List<String> showing(ComponentKey source, Optional<ComponentState> state) {
        List<String> below = new ArrayList<>();
        List<String> above = new ArrayList<>();
        Optional<String> kept =
                state.filter(s -> arrivals.mentioned().contains(source)).map(leaving::top);
        for (Layer layer : state.map(ComponentState::layers).orElse(List.of())) {
            boolean stays = !leaving.contains(layer)
                    || kept.filter(layer.owner()::equals).isPresent();
            if (stays && layer.hash().isPresent()) {
                (order.isAbove(layer, arrivals.place()) ? above : below).add(layer.owner());
            }
        }
        if (arrivals.of(source).isPresent()) {
            below.add(arrivals.owner());
        }
        below.addAll(above);
        return source.type().merges() || below.isEmpty() ? below : below.subList(below.size() - 1, below.size());
    }

    private static Set<ComponentKey> union(Set<ComponentKey> a, Set<ComponentKey> b) {
        Set<ComponentKey> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    private static Blocker blocker(ComponentKey source, Optional<ComponentState> state, String owner) {
        return new Blocker(
                source, state.map(ComponentState::name).orElse(""), owner, PlatformCode.DELETE_IN_USE.code());
    }
}
