package io.github.solutionalm.engine;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Reference;
import io.github.solutionalm.model.SolutionVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An environment made of values, which carries out plans on itself. */
final class FakeEnvironmentView implements EnvironmentView {

    private static final Instant NOW = Instant.EPOCH;

    private final List<InstalledSolution> solutions = new ArrayList<>();
    private final Map<String, String> publishers = new HashMap<>();
    private final Map<ComponentKey, ComponentState> states = new TreeMap<>();
    private final Map<String, Set<ComponentKey>> members = new HashMap<>();
    private final Set<Reference> references = new HashSet<>();
    private final Map<ComponentKey, Set<ComponentKey>> names = new HashMap<>();
    private Set<String> provided = Set.of();
    private Set<Integer> languages = Set.of();

    FakeEnvironmentView managed(String name, String version) {
        return installed(name, version, true, Optional.empty(), Optional.empty());
    }

    /** A managed solution of another publisher than contoso. */
    FakeEnvironmentView foreign(String publisher, String name, String version) {
        publishers.put(name, publisher);
        return managed(name, version);
    }

    FakeEnvironmentView unmanaged(String name, String version) {
        return installed(name, version, false, Optional.empty(), Optional.empty());
    }

    FakeEnvironmentView patch(String name, String version, String base) {
        return installed(name, version, true, Optional.of(base), Optional.empty());
    }

    FakeEnvironmentView holding(String base, String version) {
        return installed(base + "_Upgrade", version, true, Optional.empty(), Optional.of(base));
    }

    private FakeEnvironmentView installed(
            String name, String version, boolean managed, Optional<String> patchOf, Optional<String> holdingFor) {
        solutions.add(new InstalledSolution(
                name,
                name,
                SolutionVersion.parse(version),
                managed,
                publishers.getOrDefault(name, "contoso"),
                patchOf,
                holdingFor,
                NOW,
                NOW,
                sha256(name, version)));
        return this;
    }

    static String sha256(String name, String version) {
        return PackageFixture.hash(name + " " + version).toString();
    }

    /** The same environment, to let something happen to it. */
    FakeEnvironmentView copy() {
        FakeEnvironmentView copy = new FakeEnvironmentView();
        copy.solutions.addAll(solutions);
        copy.publishers.putAll(publishers);
        copy.states.putAll(states);
        members.forEach((solution, keys) -> copy.member(solution, keys.toArray(ComponentKey[]::new)));
        copy.references.addAll(references);
        copy.names.putAll(names);
        copy.provided = provided;
        copy.languages = languages;
        return copy;
    }

    /** The same environment without one of its solutions. */
    FakeEnvironmentView without(String solution) {
        FakeEnvironmentView copy = copy();
        copy.solutions.removeIf(installed -> installed.uniqueName().equals(solution));
        return copy;
    }

    /** A component with a stack of layers, each {@code owner=content}, or {@code owner} alone for one that is not known. */
    FakeEnvironmentView holding(ComponentKey key, String... layers) {
        states.put(
                key,
                new ComponentState(
                        key,
                        new Layer.Label("Name of " + key.key(), Optional.empty(), Optional.empty()),
                        Arrays.stream(layers).map(text -> layer(text, key)).toList(),
                        true));
        return this;
    }

    private Layer layer(String text, ComponentKey key) {
        String[] parts = text.split("=", 2);
        return new Layer(
                parts[0],
                publishers.getOrDefault(parts[0], "contoso"),
                parts.length == 1 ? Content.UNKNOWN : Content.of(PackageFixture.hash(parts[1])),
                new Layer.Label("Name of " + key.key(), Optional.empty(), Optional.empty()),
                Layer.Origin.PACKAGE);
    }

    /** A layer's definition refers to components. */
    FakeEnvironmentView refers(ComponentKey source, String owner, ComponentKey... targets) {
        Arrays.stream(targets).forEach(target -> references.add(new Reference(source, owner, target)));
        return this;
    }

    /** The component is a part of another one. */
    FakeEnvironmentView part(ComponentKey key, ComponentKey parent) {
        return relabelled(key, label -> new Layer.Label(label.name(), Optional.of(parent), label.state()));
    }

    FakeEnvironmentView unpublished(ComponentKey key) {
        ComponentState s = states.get(key);
        states.put(key, new ComponentState(key, s.label(), s.layers(), false));
        return this;
    }

    FakeEnvironmentView state(ComponentKey key, ActivationState state) {
        return relabelled(key, label -> new Layer.Label(label.name(), label.parent(), Optional.of(state)));
    }

    /** In every layer. */
    private FakeEnvironmentView relabelled(ComponentKey key, UnaryOperator<Layer.Label> relabel) {
        ComponentState s = states.get(key);
        List<Layer> layers = s.layers().stream()
                .map(layer -> new Layer(
                        layer.owner(),
                        layer.publisher(),
                        layer.content(),
                        relabel.apply(layer.label()),
                        layer.origin()))
                .toList();
        states.put(key, new ComponentState(key, relabel.apply(s.label()), layers, s.published()));
        return this;
    }

    FakeEnvironmentView member(String solution, ComponentKey... keys) {
        members.computeIfAbsent(solution, name -> new HashSet<>()).addAll(Arrays.asList(keys));
        return this;
    }

    FakeEnvironmentView providing(String... names) {
        provided = Set.of(names);
        return this;
    }

    FakeEnvironmentView enabling(Integer... lcids) {
        languages = Set.of(lcids);
        return this;
    }

    @Override
    public Optional<InstalledSolution> solution(String uniqueName) {
        return solutions.stream()
                .filter(s -> s.uniqueName().equalsIgnoreCase(uniqueName))
                .findFirst();
    }

    @Override
    public List<InstalledSolution> solutions() {
        return List.copyOf(solutions);
    }

    @Override
    public Map<ComponentKey, ComponentState> components(Collection<ComponentKey> keys) {
        Map<ComponentKey, ComponentState> found = new LinkedHashMap<>();
        keys.stream().filter(states::containsKey).forEach(key -> found.put(key, states.get(key)));
        return found;
    }

    @Override
    public Collection<ComponentState> withIds(Collection<String> ids) {
        return states.values().stream()
                .filter(state -> ids.contains(state.key().key()))
                .toList();
    }

    @Override
    public Collection<ComponentState> partsOf(Collection<ComponentKey> parents) {
        return states.values().stream()
                .filter(state -> state.parent().filter(parents::contains).isPresent())
                .toList();
    }

    @Override
    public Collection<Reference> referencesTo(Collection<ComponentKey> targets) {
        return references.stream()
                .filter(reference -> targets.contains(reference.target()))
                .toList();
    }

    /** The component bears other names. */
    FakeEnvironmentView named(ComponentKey key, ComponentKey... others) {
        names.put(key, Set.of(others));
        return this;
    }

    @Override
    public Map<ComponentKey, Set<ComponentKey>> namesOf(Collection<ComponentKey> components) {
        Map<ComponentKey, Set<ComponentKey>> found = new HashMap<>(names);
        found.keySet().retainAll(components);
        return found;
    }

    @Override
    public Map<ComponentKey, Set<ComponentKey>> bearing(Collection<ComponentKey> wanted) {
        Map<ComponentKey, Set<ComponentKey>> found = new HashMap<>();
        names.forEach((key, all) -> all.stream().filter(wanted::contains).forEach(name -> found.computeIfAbsent(
                        name, n -> new HashSet<>())
                .add(key)));
        return found;
    }

    @Override
    public Set<ComponentKey> layersOf(String owner) {
        return states.values().stream()
                .filter(state -> state.layerOf(owner).isPresent())
                .map(ComponentState::key)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<ComponentKey> withUnknownContent() {
        return states.values().stream()
                .filter(state -> state.layers().stream().anyMatch(Layer::isUnseen))
                .map(ComponentState::key)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<ComponentKey> membersOf(String solution) {
        return Set.copyOf(members.getOrDefault(solution, Set.of()));
    }

    @Override
    public boolean isProvided(String solution) {
        return provided.contains(solution);
    }

    @Override
    public Set<Integer> languages() {
        return languages;
    }

    private Set<String> prefixes = Set.of();

    /** Holds solutions of publishers with these prefixes. */
    FakeEnvironmentView publishing(String... customizationPrefixes) {
        prefixes = Set.of(customizationPrefixes);
        return this;
    }

    @Override
    public Set<String> customizationPrefixes() {
        return prefixes;
    }
}
