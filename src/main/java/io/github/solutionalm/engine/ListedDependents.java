package io.github.solutionalm.engine;

import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What uses components to delete, as the environment itself lists it (docs/concepts.md, "What blocks a deletion"). It does not
 * say by which layer: of what merges it may be any, else it is the one that shows. What is known of contents is left to
 * {@link RemainingReferences}.
 */
final class ListedDependents {

    private final EnvironmentView environment;
    private final StoredReferences references;
    private final Function<ComponentState, List<Layer>> after;
    private final Map<ComponentKey, List<Blocker>> blockers = new TreeMap<>();
    private final Set<ComponentKey> doubtful = new HashSet<>();

    /**
     * Looks at nothing yet.
     *
     * @param after the layers that a component has after the operation, without those that say nothing
     */
    ListedDependents(
            EnvironmentView environment, StoredReferences references, Function<ComponentState, List<Layer>> after) {
        this.environment = environment;
        this.references = references;
        this.after = after;
    }

    /** Looks at what uses the components to delete and is not one of them. */
    void read(Set<ComponentKey> going) {
        Map<ComponentKey, Set<ComponentKey>> listed = environment.dependentsOf(going);
        Set<ComponentKey> sources = new TreeSet<>();
        listed.values().forEach(sources::addAll);
        sources.removeAll(going);
        if (sources.isEmpty()) {
            return;
        }
        Map<ComponentKey, ComponentState> states = environment.components(sources);
        Map<ComponentKey, Set<ComponentKey>> told = told(listed.keySet());
        listed.forEach((target, dependents) -> dependents.stream()
                .filter(states::containsKey)
                .sorted()
                .forEach(source -> decide(
                        target,
                        states.get(source),
                        told.getOrDefault(target, Set.of()).contains(source))));
    }

    /** What known contents refer to, by target. */
    private Map<ComponentKey, Set<ComponentKey>> told(Set<ComponentKey> targets) {
        Map<ComponentKey, Set<ComponentKey>> told = new TreeMap<>();
        for (Reference reference : references.to(targets)) {
            told.computeIfAbsent(reference.target(), key -> new HashSet<>()).add(reference.source());
        }
        return told;
    }

    /**
     * Decides about one that uses a component to delete.
     *
     * @param told whether a known layer of it refers to the component, so that of several that merge it may be the only one
     */
    private void decide(ComponentKey target, ComponentState source, boolean told) {
        List<Layer> before = source.layers().stream().filter(Layer::isDefined).toList();
        if (before.isEmpty()) {
            return;
        }
        List<Layer> showing = after.apply(source);
        boolean merges = source.key().type().merges();
        List<Layer> staying = merges ? showing : showing.subList(Math.max(0, showing.size() - 1), showing.size());
        List<Layer> using = merges ? before : before.subList(before.size() - 1, before.size());
        List<Layer> unseen = staying.stream().filter(Layer::isUnseen).toList();
        boolean all = using.stream().filter(Layer::isUnseen).allMatch(unseen::contains);
        if (!unseen.isEmpty() && all && !(merges && told) && using.stream().anyMatch(Layer::isUnseen)) {
            blockers.computeIfAbsent(target, key -> new ArrayList<>())
                    .add(new Blocker(
                            source.key(),
                            source.name(),
                            unseen.get(unseen.size() - 1).owner(),
                            PlatformCode.DELETE_IN_USE.code()));
        } else if (!unseen.isEmpty()) {
            doubtful.add(target);
        }
    }

    /** What blocks deletions beyond doubt, by the component to delete. */
    Map<ComponentKey, List<Blocker>> blockers() {
        return blockers;
    }

    /** Whether one that uses the component may still do so afterwards. */
    boolean isDoubtful(ComponentKey target) {
        return doubtful.contains(target);
    }
}
