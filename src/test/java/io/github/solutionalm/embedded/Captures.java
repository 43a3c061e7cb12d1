package io.github.solutionalm.embedded;

import static java.util.stream.Collectors.toSet;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.EnvironmentSnapshot.Component;
import io.github.solutionalm.EnvironmentSnapshot.Dependency;
import io.github.solutionalm.EnvironmentSnapshot.Gap;
import io.github.solutionalm.EnvironmentSnapshot.Looks;
import io.github.solutionalm.EnvironmentSnapshot.Origin;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.Guid;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.RootComponent.Behavior;
import io.github.solutionalm.store.StoreTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What would be captured of an environment if a rehearsal were one: its layers, not what they say. */
final class Captures {

    static final Origin ORIGIN = new Origin(
            "https://contoso.crm.dynamics.com", "5f2b1c9e-7a1d-4a52-8c0b-3f6f2f0a9d11", "9.2.24104.179", Rehearsal.NOW);

    private Captures() {}

    /** Everything was looked at. */
    static EnvironmentSnapshot of(Rehearsal rehearsal) {
        return rehearsal.store().read(Captures::of);
    }

    private static EnvironmentSnapshot of(StoreTransaction tx) {
        List<ComponentState> states = new ArrayList<>();
        tx.components().forEach(states::add);
        Set<ComponentKey> keys = states.stream().map(ComponentState::key).collect(toSet());
        return new EnvironmentSnapshot(
                ORIGIN,
                tx.solutions().all().stream()
                        .map(InstalledSolution::publisher)
                        .distinct()
                        .map(name -> tx.publishers().find(name).orElseThrow())
                        .toList(),
                tx.solutions().all(),
                components(states, tx),
                List.copyOf(dependencies(keys, tx)),
                new Looks(
                        keys.stream().map(key -> key.type().name()).collect(toSet()),
                        keys.stream()
                                .filter(key -> key.type().equals(ComponentType.ENTITY))
                                .map(ComponentKey::key)
                                .collect(toSet()),
                        keys,
                        Set.of(),
                        Map.<ComponentKey, DataAtRisk>of(),
                        List.<Gap>of()));
    }

    /** The same, as far as somebody looked. */
    static EnvironmentSnapshot with(Looks looks, EnvironmentSnapshot snapshot) {
        return new EnvironmentSnapshot(
                snapshot.origin(),
                snapshot.publishers(),
                snapshot.solutions(),
                snapshot.components(),
                snapshot.dependencies(),
                looks);
    }

    private static List<Component> components(List<ComponentState> states, StoreTransaction tx) {
        Map<ComponentKey, SortedMap<String, Behavior>> holders = new HashMap<>();
        tx.solutions().all().forEach(solution -> tx.members()
                .of(solution.uniqueName())
                .forEach(member -> holders.computeIfAbsent(member.component(), key -> new TreeMap<>())
                        .put(solution.uniqueName(), member.behavior())));
        return states.stream()
                .map(state -> new Component(
                        state.key(),
                        objectId(state.key(), tx),
                        new Layer.Label(state.name(), state.parent(), state.state()),
                        state.layers().stream().map(Layer::owner).toList(),
                        holders.getOrDefault(state.key(), new TreeMap<>())))
                .toList();
    }

    private static String objectId(ComponentKey key, StoreTransaction tx) {
        Optional<String> id = tx.names().of(List.of(key)).getOrDefault(key, Set.of()).stream()
                .filter(name -> name.type().equals(key.type()))
                .map(ComponentKey::key)
                .filter(Guid::is)
                .findFirst();
        return Guid.is(key.key()) ? key.key() : id.orElse(PackageBuilder.id(key.toString()));
    }

    private static Set<Dependency> dependencies(Set<ComponentKey> keys, StoreTransaction tx) {
        Map<ComponentKey, Set<ComponentKey>> names = tx.names().of(keys);
        Set<Dependency> dependencies = new LinkedHashSet<>();
        for (ComponentKey key : keys) {
            Set<ComponentKey> written = new LinkedHashSet<>(names.getOrDefault(key, Set.of()));
            written.add(key);
            tx.references().to(written).stream()
                    .filter(reference -> !reference.source().equals(key))
                    .forEach(reference -> dependencies.add(new Dependency(key, reference.source())));
        }
        return dependencies;
    }
}
