package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.EnvironmentSnapshot.Component;
import io.github.solutionalm.EnvironmentSnapshot.Looks;
import io.github.solutionalm.EnvironmentSnapshot.Origin;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.content.ComponentIndex;
import io.github.solutionalm.dataverse.content.ListedComponent;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent.Behavior;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The components of an environment with the layers that its lists tell of: who lists a component otherwise than as a shell has
 * a layer of it, in install order; the unmanaged one is told by the name's row.
 */
final class CapturedComponents {

    private final InstalledRows installed;
    private final Memberships memberships;
    private final Map<ComponentKey, ListedComponent> named;
    private final Names names;
    /** Key in the packages by type and object id, where they have one. */
    private final Map<ComponentKey, ComponentKey> inPackages = new HashMap<>();

    private final List<InstalledSolution> solutions;

    CapturedComponents(InstalledRows installed, Memberships memberships, Names names, Touched touched) {
        this.installed = installed;
        this.memberships = memberships;
        this.names = names;
        this.named = names.found();
        Set<String> inner = new HashSet<>();
        installed.rows().stream().filter(SolutionRow::isInner).forEach(row -> inner.add(row.uniqueName()));
        this.solutions = installed.solutions().stream()
                .filter(solution -> !inner.contains(solution.uniqueName()))
                .toList();
        ComponentIndex index = new ComponentIndex(named.values());
        touched.components()
                .forEach(key -> index.find(key).ifPresent(listed -> inPackages.putIfAbsent(object(listed), key)));
    }

    private static ComponentKey object(ListedComponent listed) {
        return new ComponentKey(ComponentType.named(listed.type()), listed.objectId());
    }

    Captured captured(Origin origin, Basis basis, Gaps gaps) {
        Map<ComponentKey, Component> components = new TreeMap<>();
        Map<ComponentKey, Captured.Listed> listed = new HashMap<>();
        Set<ComponentKey> unseen = new TreeSet<>();
        Set<ComponentKey> objects = new HashSet<>(memberships.objects());
        objects.addAll(named.keySet());
        for (ComponentKey object : objects) {
            Component component = component(object);
            components.putIfAbsent(component.key(), component);
            if (component.layers().size() > 1 && component.layers().contains(Layer.ACTIVE)) {
                unseen.add(component.key());
            }
            memberships.number(object.type()).ifPresent(number -> listed.put(component.key(), listed(object, number)));
        }
        Looks looks = new Looks(names.types(), names.tables(), Set.of(), unseen, Map.of(), List.of());
        return new Captured(
                new EnvironmentSnapshot(
                        origin, publishers(), solutions, List.copyOf(components.values()), List.of(), looks),
                listed,
                memberships::type,
                this::key,
                basis,
                gaps);
    }

    private Component component(ComponentKey object) {
        Optional<ListedComponent> listed = Optional.ofNullable(named.get(object));
        ComponentKey key = key(object);
        SortedMap<String, Behavior> all = memberships.holders(object);
        SortedMap<String, Behavior> holders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (InstalledSolution solution : solutions) {
            Optional.ofNullable(all.get(solution.uniqueName()))
                    .ifPresent(behavior -> holders.put(solution.uniqueName(), behavior));
        }
        Layer.Label label = new Layer.Label(
                listed.map(ListedComponent::displayName).orElse(""),
                listed.map(ListedComponent::table)
                        .filter(table -> !table.isEmpty())
                        .map(table -> new ComponentKey(ComponentType.ENTITY, table))
                        .filter(table -> !table.equals(key)),
                Optional.empty());
        return new Component(key, object.key(), label, layers(object, listed, all), holders);
    }

    private List<String> layers(
            ComponentKey object, Optional<ListedComponent> listed, SortedMap<String, Behavior> holders) {
        List<String> layers = new ArrayList<>();
        if (holders.containsKey(Layer.SYSTEM)) {
            layers.add(Layer.SYSTEM);
        }
        for (InstalledSolution solution : solutions) {
            Behavior behavior = holders.get(solution.uniqueName());
            boolean shell = object.type().equals(ComponentType.ENTITY) && behavior == Behavior.INCLUDE_AS_SHELL_ONLY;
            if (solution.managed() && behavior != null && !shell) {
                layers.add(solution.uniqueName());
            }
        }
        // Of one without a name nobody asked: it counts where it uses what is deleted, and then its layers are read.
        if (layers.isEmpty()
                || listed.filter(named -> named.customized().orElse(true)).isPresent()) {
            layers.add(Layer.ACTIVE);
        }
        return layers;
    }

    /** As a package has it, as its name makes it, or else the object. */
    private ComponentKey key(ComponentKey object) {
        return Optional.ofNullable(inPackages.get(object))
                .or(() -> Optional.ofNullable(named.get(object)).map(ListedComponent::key))
                .orElse(object);
    }

    private Captured.Listed listed(ComponentKey object, int number) {
        String layerName = Optional.ofNullable(named.get(object))
                .map(ListedComponent::layerName)
                .orElseGet(() -> ListedComponent.layerName(number, object.type(), Map.of()));
        return new Captured.Listed(number, object.key(), layerName);
    }

    private List<Publisher> publishers() {
        Map<String, Publisher> publishers = new TreeMap<>();
        Set<String> theirs = new HashSet<>();
        solutions.forEach(solution -> theirs.add(UniqueName.key(solution.publisher())));
        for (SolutionRow row : installed.rows()) {
            String name = UniqueName.key(row.publisher().uniqueName());
            if (theirs.contains(name)) {
                publishers.putIfAbsent(name, row.publisher());
            }
        }
        return List.copyOf(publishers.values());
    }
}
