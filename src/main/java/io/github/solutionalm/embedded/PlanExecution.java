package io.github.solutionalm.embedded;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.Operation;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.engine.PlatformComponents;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.RootComponent.Behavior;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.store.ComponentTable.PlatformComponent;
import io.github.solutionalm.store.SolutionComponentTable.Membership;
import io.github.solutionalm.store.StoreTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out the plan of an import in a transaction of the store. */
final class PlanExecution {

    private static final int BATCH = 500;

    private final StoreTransaction tx;
    private final SolutionManifest manifest;
    private final OperationChoice choice;
    private final ImportPlan plan;
    private final ImportListener listener;
    private final Runnable timeCheck;
    private final LayerWrites layers;

    /**
     * The execution of one plan.
     *
     * @param timeCheck throws {@link TimedOutException} when the time is up
     */
    PlanExecution(
            StoreTransaction tx,
            SolutionManifest manifest,
            OperationChoice choice,
            ImportPlan plan,
            ImportListener listener,
            Runnable timeCheck) {
        this.tx = tx;
        this.manifest = manifest;
        this.choice = choice;
        this.plan = plan;
        this.listener = listener;
        this.timeCheck = timeCheck;
        boolean update = choice.operation() == Operation.UPDATE || !manifest.managed();
        this.layers = new LayerWrites(tx, plan, update);
    }

    void carryOut(String sha256, Instant now) {
        InstalledSolution solution = solution(sha256, now);
        tx.publishers().save(manifest.publisher());
        tx.solutions().save(solution);
        tx.components().ensureSystem(platformComponents());
        tx.layers().move(Layer.ACTIVE, plan.owner(), keys(ComponentChange::convertsCustomization));
        writeLayers();
        tx.layers()
                .write(
                        Layer.ACTIVE,
                        plan.changes().stream()
                                .filter(ComponentChange::overwritesCustomization)
                                .map(layers::overwriting)
                                .toList());
        tx.components().setPublished(keys(ComponentChange::convertsCustomization), true);
        if (choice.operation() == Operation.UPGRADE) {
            UpgradeCompletion.upgrade(tx, choice.stack(), plan);
            tx.members().replace(solution.uniqueName(), members());
        } else {
            tx.members().add(solution.uniqueName(), members());
        }
    }

    private InstalledSolution solution(String sha256, Instant now) {
        boolean staged = choice.operation() == Operation.STAGE_UPGRADE;
        Optional<InstalledSolution> before = staged || choice.operation() == Operation.PATCH
                ? Optional.empty()
                : choice.stack().base();
        return new InstalledSolution(
                staged
                        ? plan.owner()
                        : before.map(InstalledSolution::uniqueName).orElse(manifest.uniqueName()),
                manifest.friendlyName(),
                manifest.version(),
                manifest.managed(),
                manifest.publisher().uniqueName(),
                manifest.patchOf(),
                staged ? Optional.of(choice.stack().uniqueName()) : Optional.empty(),
                before.map(InstalledSolution::installedOn).orElse(now),
                now,
                sha256);
    }

    /** What the package changes, mentions or merely lists of the platform's own has the System layer at the bottom. */
    private List<PlatformComponent> platformComponents() {
        Map<ComponentKey, PlatformComponent> platform = new LinkedHashMap<>();
        Stream<SolutionComponent> changed = plan.changes().stream().flatMap(change -> change.component().stream());
        Stream.concat(changed, plan.context().stream())
                .forEach(component -> platform.put(
                        component.key(), new PlatformComponent(component.key(), component.name(), component.parent())));
        for (RootComponent root : manifest.rootComponents()) {
            platform.putIfAbsent(root.key(), new PlatformComponent(root.key(), "", Optional.empty()));
        }
        platform.keySet().removeIf(key -> !PlatformComponents.contains(key));
        return List.copyOf(platform.values());
    }

    /** What is unchanged is written too: dependencies that the manifest declares may be others. */
    private void writeLayers() {
        List<ComponentChange> changes = plan.changes();
        for (int from = 0; from < changes.size(); from += BATCH) {
            timeCheck.run();
            List<ComponentChange> batch = changes.subList(from, Math.min(from + BATCH, changes.size()));
            tx.layers()
                    .write(
                            plan.owner(),
                            batch.stream()
                                    .filter(change -> change.component().isPresent())
                                    .map(layers::of)
                                    .toList());
            listener.progress(batch.get(batch.size() - 1).key().type().name(), from + batch.size(), changes.size());
        }
    }

    private List<ComponentKey> keys(Predicate<ComponentChange> filter) {
        return plan.changes().stream().filter(filter).map(ComponentChange::key).toList();
    }

    /** The package's components, and what it only mentions: what the solution has of it, and root components that are here. */
    private List<Membership> members() {
        Map<ComponentKey, Behavior> members = new LinkedHashMap<>();
        Set<ComponentKey> kept = new HashSet<>(plan.keys(Change.KEEP));
        kept.addAll(plan.keys(Change.UNLAYER));
        plan.changes().stream()
                .filter(change -> change.component().isPresent())
                .forEach(change -> members.put(change.key(), Behavior.INCLUDE_SUBCOMPONENTS));
        plan.context().stream()
                .map(SolutionComponent::key)
                .filter(kept::contains)
                .forEach(key -> members.put(key, Behavior.DO_NOT_INCLUDE_SUBCOMPONENTS));
        Map<ComponentKey, ComponentKey> existing = existingRoots();
        for (RootComponent root : manifest.rootComponents()) {
            root.keys().stream()
                    .map(key -> existing.get(new ComponentKey(root.type(), key)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(key -> members.put(key, root.behavior()));
        }
        return members.entrySet().stream()
                .map(member -> new Membership(member.getKey(), member.getValue()))
                .toList();
    }

    /** The components that the manifest lists, by each key that it gives. Only what the package did not bring is looked for. */
    private Map<ComponentKey, ComponentKey> existingRoots() {
        Set<ComponentKey> brought = plan.changes().stream()
                .filter(change -> change.component().isPresent())
                .map(ComponentChange::key)
                .collect(Collectors.toSet());
        Map<ComponentKey, ComponentKey> existing = new HashMap<>();
        List<ComponentKey> others = new ArrayList<>();
        for (RootComponent root : manifest.rootComponents()) {
            for (String text : root.keys()) {
                ComponentKey key = new ComponentKey(root.type(), text);
                if (brought.contains(key)) {
                    existing.put(key, key);
                } else {
                    others.add(key);
                }
            }
        }
        tx.names()
                .bearing(others)
                .forEach((name, bearers) ->
                        existing.put(name, bearers.stream().sorted().findFirst().orElseThrow()));
        tx.components().existing(others).forEach(key -> existing.put(key, key));
        return existing;
    }
}
