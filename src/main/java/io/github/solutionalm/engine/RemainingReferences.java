package io.github.solutionalm.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.solutionalm.engine.EffectiveReferences.Written;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
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
 * Finds the references to components to delete in the effective definitions of all components that remain after the
 * operation (docs/concepts.md, "What shows of a stack" and "What blocks a deletion").
 *
 * <p>What a layer whose content is not known refers to is known as far as the environment has its references, and there may be
 * more.
 */
final class RemainingReferences {

    private static final int AT_ONCE = 5000;

    private final EnvironmentView environment;
    private final StoredReferences references;
    private final LeavingLayers leaving;
    private final ArrivingLayers arrivals;
    private final LayerOrder order;
    private final EffectiveReferences effective;
    private final ListedDependents listed;
    /** Components of which nobody looked whether their Active layer changes anything. */
    private Set<ComponentKey> unseenCustomization = Set.of();

    RemainingReferences(
            EnvironmentView environment, StoredReferences references, LeavingLayers leaving, ArrivingLayers arrivals) {
        this.environment = environment;
        this.references = references;
        this.leaving = leaving;
        this.arrivals = arrivals;
        List<InstalledSolution> solutions = environment.solutions();
        this.order = new LayerOrder(solutions);
        this.effective = new EffectiveReferences(solutions, environment.definitions());
        this.listed = new ListedDependents(environment, references, this::layers);
    }

    /** For each component to delete: the remaining components that refer to it, sorted. */
    Map<ComponentKey, List<Blocker>> to(Set<ComponentKey> going) {
        if (going.isEmpty()) {
            return Map.of();
        }
        WrittenNames names = WrittenNames.of(going, environment, arrivals);
        Map<ComponentKey, Map<String, Set<ComponentKey>>> stored = stored(names.all(), new HashSet<>(going));
        Set<ComponentKey> sources = new TreeSet<>(stored.keySet());
        arrivals.components().values().stream()
                .filter(component -> component.references().stream().anyMatch(names.all()::contains))
                .forEach(component -> sources.add(component.key()));
        sources.removeAll(going);
        unseenCustomization = environment.withUnseenCustomization(sources);
        Map<ComponentKey, ComponentState> states = environment.components(sources);
        List<Written> written = new ArrayList<>();
        for (ComponentKey source : sources) {
            ComponentState state = states.getOrDefault(source, none(source));
            written(state, stored.getOrDefault(source, Map.of()), names).ifPresent(written::add);
        }
        Map<ComponentKey, Map<String, Set<ComponentKey>>> shown = effective.shown(written);
        listed.read(going);
        Map<ComponentKey, List<Blocker>> blockers = new TreeMap<>();
        listed.blockers().forEach((target, blocking) -> blockers.put(target, new ArrayList<>(blocking)));
        for (Written each : written) {
            ComponentState state = each.state();
            shown.get(state.key()).forEach((owner, references) -> references.stream()
                    .flatMap(name -> names.targets(name).stream())
                    .distinct()
                    .forEach(target -> blockers.computeIfAbsent(target, key -> new ArrayList<>())
                            .add(blocker(state, leaving.isOf(owner) ? arrivals.owner() : owner))));
        }
        return blockers;
    }

    /** The components to delete of which there may be more references than are known, once those that are have been looked at. */
    Set<ComponentKey> doubtful(Set<ComponentKey> going) {
        Set<ComponentKey> known = going.isEmpty() ? Set.of() : environment.withKnownDependents(going);
        Set<ComponentKey> doubtful = new HashSet<>(known);
        doubtful.removeIf(key -> !listed.isDoubtful(key));
        Set<ComponentKey> open = new HashSet<>(going);
        open.removeAll(known);
        if (!open.isEmpty() && anyShowsUnseen(going)) {
            doubtful.addAll(open);
        }
        return doubtful;
    }

    /** Whether a layer shows afterwards whose content is unknown. */
    private boolean anyShowsUnseen(Set<ComponentKey> going) {
        List<ComponentKey> sources = environment.withUnknownContent().stream()
                .filter(source -> !going.contains(source))
                .toList();
        for (int from = 0; from < sources.size(); from += AT_ONCE) {
            List<ComponentKey> some = sources.subList(from, Math.min(from + AT_ONCE, sources.size()));
            if (environment.components(some).values().stream().anyMatch(this::showsUnseen)) {
                return true;
            }
        }
        return false;
    }

    private boolean showsUnseen(ComponentState state) {
        return showing(state.key(), layers(state)).stream().anyMatch(Layer::isUnseen);
    }

    private static ComponentState none(ComponentKey key) {
        return new ComponentState(key, Layer.Label.NONE, List.of(), true);
    }

    /** What the environment's layers refer to that stay, by component and owner. */
    private Map<ComponentKey, Map<String, Set<ComponentKey>>> stored(
            Set<ComponentKey> written, Set<ComponentKey> going) {
        return references.to(written).stream()
                .filter(reference -> !going.contains(reference.source()))
                .collect(groupingBy(
                        Reference::source, groupingBy(Reference::owner, mapping(Reference::target, toSet()))));
    }

    /** References to components to delete, from the layers of a component that show afterwards; empty where there are none. */
    private Optional<Written> written(ComponentState state, Map<String, Set<ComponentKey>> stored, WrittenNames names) {
        List<Layer> layers = layers(state);
        Map<String, Set<ComponentKey>> all = new HashMap<>();
        for (Layer layer : showing(state.key(), layers)) {
            Set<ComponentKey> written = isArriving(layer.owner(), state.key())
                    ? arrivals.of(state.key())
                            .map(SolutionComponent::references)
                            .orElseThrow()
                    : stored.getOrDefault(layer.owner(), Set.of());
            Set<ComponentKey> lost = new HashSet<>(written);
            lost.retainAll(names.all());
            if (!lost.isEmpty()) {
                all.merge(layer.owner(), lost, RemainingReferences::union);
            }
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Written(state, layers, arrivals.of(state.key()), all));
    }

    private boolean isArriving(String owner, ComponentKey source) {
        return arrivals.of(source).isPresent()
                && (owner.equals(arrivals.owner())
                        || owner.equals(Layer.ACTIVE) && arrivals.overwritten().contains(source));
    }

    /** The layers of a component afterwards; one that the package only lists keeps the old version's top layer. */
    private List<Layer> layers(ComponentState state) {
        Optional<String> kept =
                arrivals.mentioned().contains(state.key()) ? Optional.of(leaving.top(state)) : Optional.empty();
        StackAfter stack = new StackAfter(
                layer -> leaving.contains(layer)
                        && kept.filter(layer.owner()::equals).isEmpty(),
                layer -> order.isAbove(layer, arrivals.place()));
        return stack.of(state.layers(), arrivals.of(state.key()).map(this::layer)).stream()
                .filter(Layer::isDefined)
                .toList();
    }

    private Layer layer(SolutionComponent arriving) {
        return new Layer(arrivals.owner(), "", arriving.content());
    }

    /** The layers that show: all of a merging type, else the top one; under an unmanaged one that nobody looked at, the next too. */
    private List<Layer> showing(ComponentKey source, List<Layer> layers) {
        if (source.type().merges() || layers.isEmpty()) {
            return layers;
        }
        int top = layers.size() - 1;
        boolean through = top > 0 && layers.get(top).isActive() && unseenCustomization.contains(source);
        return layers.subList(through ? top - 1 : top, layers.size());
    }

    private static Set<ComponentKey> union(Set<ComponentKey> a, Set<ComponentKey> b) {
        Set<ComponentKey> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    private static Blocker blocker(ComponentState source, String owner) {
        return new Blocker(source.key(), source.name(), owner, PlatformCode.DELETE_IN_USE.code());
    }
}
