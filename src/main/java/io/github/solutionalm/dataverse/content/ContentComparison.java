package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.Operation;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.content.ContentChanges.Other;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the content of an environment after an operation with that before (docs/concepts.md, "What happens to one
 * component").
 */
public final class ContentComparison {

    /** The platform's own solutions, which list all components. */
    private static final Set<String> INNER = Set.of("Default", "Active", "Basic");

    private final OperationContext access;
    private final ContentBefore before;
    private final InstalledRows installed;
    private final SolutionStack stack;

    /**
     * A comparison of two looks at one solution.
     *
     * @param solution unique name of the base
     * @param installed the solutions of the environment, after the operation
     */
    ContentComparison(OperationContext access, ContentBefore before, String solution, InstalledRows installed) {
        this.access = access;
        this.before = before;
        this.installed = installed;
        this.stack = SolutionStack.of(solution, installed);
    }

    /** Returns the changes after the import of a package. */
    public ContentChanges imported(SolutionPackage solution, Operation operation) throws WebApiException {
        SolutionManifest manifest = solution.manifest();
        String owner = operation == Operation.STAGE_UPGRADE
                ? SolutionStack.holdingName(manifest.uniqueName())
                : manifest.uniqueName();
        ComponentIndex now = new ComponentIndex(SolutionContent.of(access, row(owner)));
        ComponentIndex then = new ComponentIndex(before.own());
        Map<ComponentKey, ListedComponent> listed = new LinkedHashMap<>();
        Map<ComponentKey, Change> changes = new LinkedHashMap<>();
        Set<String> inPackage = new HashSet<>();
        for (SolutionComponent component : solution.components()) {
            Optional<ListedComponent> here = now.find(component.key())
                    .or(() -> then.find(component.key()))
                    .filter(c -> !component.isContext());
            here.ifPresent(found -> {
                listed.put(component.key(), found);
                inPackage.add(found.identity());
                then.find(component.key()).ifPresent(was -> changes.put(component.key(), Change.CHANGE));
            });
        }
        arrived(listed, changes);
        String layer = manifest.managed() ? owner : Layer.ACTIVE;
        Map<String, Integer> hidden = compareLayers(listed, changes, layer);
        boolean whole = operation == Operation.UPGRADE;
        boolean others = manifest.managed() && operation != Operation.PATCH;
        List<ListedComponent> missing = before.own().stream()
                .filter(component -> others && !inPackage.contains(component.identity()))
                .toList();
        List<Other> later = operation == Operation.STAGE_UPGRADE ? deferred(missing, now) : List.of();
        return new ContentChanges(changes, whole ? leftOver(missing, now) : kept(missing), hidden, later);
    }

    /** Returns the changes after a staged upgrade was applied: components that only the old version had are gone. */
    public ContentChanges applied() throws WebApiException {
        Collection<ListedComponent> now = SolutionContent.of(access, row(stack.uniqueName()));
        Set<String> staged =
                before.staged().stream().map(ListedComponent::identity).collect(Collectors.toSet());
        List<Other> others = new ArrayList<>();
        now.forEach(component -> others.add(
                Other.of(component, staged.contains(component.identity()) ? Change.UNCHANGED : Change.KEEP)));
        Set<String> there = now.stream().map(ListedComponent::identity).collect(Collectors.toSet());
        List<ListedComponent> missing = before.own().stream()
                .filter(component -> !there.contains(component.identity()))
                .toList();
        others.addAll(leftOver(missing, new ComponentIndex(List.of())));
        return new ContentChanges(Map.of(), others, Map.of(), List.of());
    }

    /** Adds the components that the solution did not have: they are new in the environment, unless another solution has them. */
    private void arrived(Map<ComponentKey, ListedComponent> listed, Map<ComponentKey, Change> changes)
            throws WebApiException {
        Map<ComponentKey, ListedComponent> arrived = new LinkedHashMap<>(listed);
        arrived.keySet().removeAll(changes.keySet());
        Set<String> elsewhere = before(arrived.values());
        arrived.forEach((key, component) ->
                changes.put(key, elsewhere.contains(component.objectId()) ? Change.CHANGE : Change.ADD));
    }

    /** Marks components whose layers have not changed, and counts hidden changes, by the owner of the layer that hides them. */
    private Map<String, Integer> compareLayers(
            Map<ComponentKey, ListedComponent> listed, Map<ComponentKey, Change> changes, String owner)
            throws WebApiException {
        List<ComponentKey> there = changes.keySet().stream()
                .filter(key -> changes.get(key) == Change.CHANGE)
                .toList();
        if (there.size() > ContentBefore.MOST_COMPARED) {
            return Map.of();
        }
        Map<String, Integer> hidden = new TreeMap<>();
        for (ComponentKey key : there) {
            ListedComponent component = listed.get(key);
            List<ComponentLayer> layers = layers(component).orElse(List.of());
            Optional<ComponentLayer> own = layers.stream()
                    .filter(layer -> UniqueName.same(layer.owner(), owner))
                    .findFirst();
            List<String> was = before.contents().getOrDefault(component.identity(), List.of());
            Optional<String> is = own.flatMap(ComponentLayer::content);
            if (is.isPresent() && !was.isEmpty() && was.stream().allMatch(is.get()::equals)) {
                changes.put(key, Change.UNCHANGED);
            } else if (own.isPresent() && !key.type().merges()) {
                layers.stream()
                        .filter(layer -> layer.hides(own.get()))
                        .reduce((lower, upper) -> upper)
                        .ifPresent(top -> hidden.merge(top.owner(), 1, Integer::sum));
            }
        }
        return hidden;
    }

    /** The changes of components that only base and patches had: an upgrade deletes them, unless others have them, too. */
    private List<Other> leftOver(List<ListedComponent> missing, ComponentIndex now) throws WebApiException {
        List<Other> others = new ArrayList<>();
        List<ListedComponent> gone = new ArrayList<>();
        for (ListedComponent component : missing) {
            if (isListed(component, now)) {
                others.add(Other.of(component, Change.KEEP));
            } else {
                gone.add(component);
            }
        }
        Set<String> elsewhere = held(gone);
        boolean few = gone.size() <= ContentBefore.MOST_COMPARED;
        for (ListedComponent component : gone) {
            boolean there = elsewhere.contains(component.objectId()) || few && hasLayers(component);
            others.add(Other.of(component, there ? Change.UNLAYER : Change.DELETE));
        }
        return others;
    }

    /**
     * Whether a component has layers, so that it was not deleted. Even one that no solution lists may have some: customizations
     * outside of solutions, and the parts of a table that another solution lists as a whole.
     */
    private boolean hasLayers(ListedComponent component) throws WebApiException {
        return layers(component).filter(layers -> !layers.isEmpty()).isPresent();
    }

    /** The layers of a component; empty when the environment does not tell, and then only this component is unknown. */
    private Optional<List<ComponentLayer>> layers(ListedComponent component) throws WebApiException {
        return access.courtesy(() -> ComponentLayer.of(access, component));
    }

    /** The removals when the staged upgrade is applied. */
    private List<Other> deferred(List<ListedComponent> missing, ComponentIndex now) throws WebApiException {
        List<ListedComponent> going =
                missing.stream().filter(component -> !isListed(component, now)).toList();
        Set<String> elsewhere = held(going);
        return going.stream()
                .map(component ->
                        Other.of(component, elsewhere.contains(component.objectId()) ? Change.UNLAYER : Change.DELETE))
                .toList();
    }

    private static boolean isListed(ListedComponent component, ComponentIndex now) {
        return now.find(new ComponentKey(ComponentType.named(component.type()), component.objectId()))
                .isPresent();
    }

    private static List<Other> kept(List<ListedComponent> missing) {
        return missing.stream()
                .map(component -> Other.of(component, Change.KEEP))
                .toList();
    }

    /** The components that any solution had before, without the platform's own solutions, which list all. */
    private Set<String> before(Collection<ListedComponent> components) throws WebApiException {
        Set<String> out = ids(row -> isOurs(row) || INNER.contains(row.uniqueName()));
        return OtherSolutions.of(access, objects(components), id -> !out.contains(id));
    }

    /** The components that stay, since another managed solution lists them. */
    private Set<String> held(Collection<ListedComponent> components) throws WebApiException {
        Set<String> holders = ids(row -> row.managed() && !isOurs(row) && !isStaged(row));
        return OtherSolutions.of(access, objects(components), holders::contains);
    }

    private static List<String> objects(Collection<ListedComponent> components) {
        return components.stream().map(ListedComponent::objectId).toList();
    }

    private Set<String> ids(Predicate<SolutionRow> of) {
        return installed.rows().stream().filter(of).map(SolutionRow::id).collect(Collectors.toSet());
    }

    private boolean isOurs(SolutionRow row) {
        return Stream.of(stack.base().stream(), stack.patches().stream(), stack.holding().stream())
                .flatMap(Function.identity())
                .anyMatch(solution -> solution.uniqueName().equals(row.uniqueName()));
    }

    private boolean isStaged(SolutionRow row) {
        return installed
                .solution(row.uniqueName())
                .flatMap(InstalledSolution::holdingFor)
                .isPresent();
    }

    private List<SolutionRow> row(String solution) {
        return installed.row(solution).stream().toList();
    }
}
