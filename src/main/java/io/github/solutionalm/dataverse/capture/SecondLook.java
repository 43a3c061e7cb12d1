package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.CaptureOptions.DataCount;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.EnvironmentSnapshot.Component;
import io.github.solutionalm.EnvironmentSnapshot.Dependency;
import io.github.solutionalm.EnvironmentSnapshot.Looks;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForDelete;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForDelete.Dependent;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForUninstall;
import io.github.solutionalm.dataverse.capture.Captured.Listed;
import io.github.solutionalm.dataverse.content.ComponentLayer;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks at what a first plan says: who uses what it would delete, and which layers lie over what it would change. For a few
 * components at a time, since each takes a call.
 */
final class SecondLook {

    private final OperationContext access;
    private final Captured captured;
    private final EnvironmentSnapshot first;
    private final DataCount dataCount;
    private final Map<ComponentKey, Component> components = new TreeMap<>();
    private final Map<ComponentKey, Listed> listed;
    private final Set<Dependency> dependencies = new LinkedHashSet<>();
    private final Set<ComponentKey> dependents = new TreeSet<>();
    private final Set<ComponentKey> unseen;
    /** Owners of layers as they are written, by the key of the name. */
    private final Map<String, String> owners = new HashMap<>();

    private final InstallOrder order;
    private final Map<ComponentKey, DataAtRisk> data = new TreeMap<>();

    /**
     * Looks at nothing yet.
     *
     * @param dataCount what is counted of the rows that would go
     */
    SecondLook(OperationContext access, Captured captured, DataCount dataCount) {
        this.access = access;
        this.captured = captured;
        this.first = captured.snapshot();
        this.dataCount = dataCount;
        this.listed = new HashMap<>(captured.listed());
        this.unseen = new TreeSet<>(first.looks().unseenCustomizations());
        this.order = new InstallOrder(first.solutions());
        owners.put(UniqueName.key(Layer.SYSTEM), Layer.SYSTEM);
        owners.put(UniqueName.key(Layer.ACTIVE), Layer.ACTIVE);
        first.solutions().forEach(solution -> owners.put(UniqueName.key(solution.uniqueName()), solution.uniqueName()));
        first.components().forEach(component -> components.put(component.key(), component));
    }

    /** Looks at what the plans say. */
    void at(List<PlanResult> plans) throws SolutionException {
        Set<ComponentKey> going = keys(plans, change -> change.change() == Change.DELETE);
        Map<ComponentKey, List<ComponentKey>> users = users(going);
        Set<ComponentKey> layered = new TreeSet<>(keys(plans, this::isUnclear));
        users.values().forEach(keys -> keys.stream()
                .filter(user -> !going.contains(user) && isUnread(user))
                .forEach(layered::add));
        Set<ComponentKey> read = readLayers(layered);
        addUsersOfSolutions();
        users.forEach((used, keys) -> {
            keys.forEach(user -> dependencies.add(new Dependency(used, user)));
            if (keys.stream()
                    .allMatch(user -> !layered.contains(user) || read.contains(user) || going.contains(user))) {
                dependents.add(used);
            }
        });
        data.putAll(DataLook.at(Going.of(plans, components), dataCount, access, captured.gaps()));
    }

    /** The snapshot with what was seen. */
    EnvironmentSnapshot snapshot() {
        Looks looks = first.looks();
        return new EnvironmentSnapshot(
                first.origin(),
                first.publishers(),
                order.settled(),
                List.copyOf(components.values()),
                dependencies.stream().sorted(Dependency.ORDER).toList(),
                new Looks(
                        looks.types(),
                        looks.tables(),
                        dependents,
                        unseen,
                        data,
                        captured.gaps().all()));
    }

    private static Set<ComponentKey> keys(List<PlanResult> plans, Predicate<ComponentChange> which) {
        Set<ComponentKey> keys = new TreeSet<>();
        plans.stream()
                .flatMap(plan -> Stream.concat(plan.changes().stream(), plan.deferred().stream()))
                .filter(which)
                .forEach(change -> keys.add(change.key()));
        return keys;
    }

    /**
     * Whether the layers decide: of a change under an unmanaged layer that may change nothing, of a deletion that such a layer
     * would go with, of a table that the package does not have, of which the installed version may have listed only parts, and
     * where solutions were installed at one time.
     */
    private boolean isUnclear(ComponentChange change) {
        return (change.change() == Change.CHANGE || change.change() == Change.DELETE) && unseen.contains(change.key())
                || change.component().isEmpty() && change.key().type().equals(ComponentType.ENTITY)
                || change.change() != Change.UNCHANGED && order.isUnclear(components.get(change.key()));
    }

    /** Whether nobody looked at the layers of a component: it was not named, or may be customized. */
    private boolean isUnread(ComponentKey component) {
        Component known = components.get(component);
        return known == null
                || unseen.contains(component)
                || known.key().key().equals(known.objectId())
                        && known.label().name().isEmpty();
    }

    /** What uses components, as the environment says; without those of which it did not say. */
    private Map<ComponentKey, List<ComponentKey>> users(Set<ComponentKey> going) throws SolutionException {
        List<ComponentKey> asked =
                going.stream().filter(listed::containsKey).sorted().toList();
        Map<ComponentKey, List<Dependent>> answers = SeveralAtOnce.look(
                asked,
                "the dependents of components",
                key -> "what uses " + key,
                captured.gaps(),
                key -> new RetrieveDependenciesForDelete(
                                listed.get(key).objectId(), listed.get(key).type())
                        .dependents(access));
        Map<ComponentKey, List<ComponentKey>> users = new TreeMap<>();
        answers.forEach((used, found) -> {
            List<ComponentKey> keys = new ArrayList<>();
            for (Dependent dependent : found) {
                ComponentKey user = captured.component(dependent.type(), dependent.objectId());
                listed.computeIfAbsent(user, key -> captured.unlisted(dependent.type(), dependent.objectId()));
                keys.add(user);
            }
            users.put(used, keys);
        });
        return users;
    }

    /**
     * What outside of the touched managed solutions uses anything of them, whatever a plan deletes: a later plan on the snapshot
     * may delete other things. What is inside of them does not count for it.
     */
    private void addUsersOfSolutions() throws SolutionException {
        List<String> managed = first.solutions().stream()
                .filter(InstalledSolution::managed)
                .map(InstalledSolution::uniqueName)
                .filter(name -> captured.basis().members().containsKey(UniqueName.key(name)))
                .toList();
        SeveralAtOnce.look(
                        managed,
                        "the dependents of solutions",
                        name -> "what uses " + name,
                        captured.gaps(),
                        name -> new RetrieveDependenciesForUninstall(name).dependencies(access))
                .values()
                .forEach(found -> found.forEach(each -> dependencies.add(new Dependency(
                        captured.component(each.requiredType(), each.requiredId()),
                        captured.component(each.dependentType(), each.dependentId())))));
    }

    /** Reads the layers of components, as many as are allowed; returns those that were read. */
    private Set<ComponentKey> readLayers(Set<ComponentKey> wanted) throws SolutionException {
        List<ComponentKey> asked = wanted.stream().filter(listed::containsKey).toList();
        Map<ComponentKey, List<ComponentLayer>> answers = SeveralAtOnce.look(
                asked,
                "the layers of components",
                key -> "the layers of " + key,
                captured.gaps(),
                key -> ComponentLayer.of(
                        access, listed.get(key).objectId(), listed.get(key).layerName()));
        answers.values().removeIf(List::isEmpty);
        answers.forEach(this::put);
        return answers.keySet();
    }

    /** The owner as the solutions are written; empty of one that is none of them, such as Default. */
    private String owner(ComponentLayer layer) {
        return owners.getOrDefault(UniqueName.key(layer.owner()), "");
    }

    /** Takes the layers of a component as they were read. The unmanaged one counts if it changes anything. */
    private void put(ComponentKey key, List<ComponentLayer> layers) {
        List<String> stack = new ArrayList<>();
        String name = "";
        for (ComponentLayer layer : layers) {
            name = layer.name().isEmpty() ? name : layer.name();
            String owner = owner(layer);
            boolean counts = !owner.equals(Layer.ACTIVE)
                    || layers.size() == 1
                    || layer.changes().orElse(true);
            if (counts && !owner.isEmpty() && !stack.contains(owner)) {
                stack.add(owner);
            }
        }
        Component known = components.get(key);
        Layer.Label label = known == null ? Layer.Label.NONE : known.label();
        String shown = label.name().isEmpty() ? name : label.name();
        components.put(
                key,
                new Component(
                        key,
                        listed.get(key).objectId(),
                        new Layer.Label(shown, label.parent(), label.state()),
                        stack,
                        known == null ? new TreeMap<>() : known.holders()));
        order.seen(stack);
        unseen.remove(key);
    }
}
