package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.Operation;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentChange.After;
import io.github.solutionalm.model.ComponentChange.Customization;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Content.Sameness;
import io.github.solutionalm.model.Doubt;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.RootCoverage;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of docs/concepts.md, "What happens to one component": a pure function of the package, the options and a view of
 * the environment. For a managed package S is the solution and its layers its own; an unmanaged one writes into Active.
 */
public final class ImportPlanner {

    private final SolutionPackage solution;
    private final SolutionManifest manifest;
    private final ImportOptions options;
    private final EnvironmentView environment;
    private final StoredReferences references;
    private final OperationChoice choice;
    private final SolutionStack stack;
    private final String owner;
    private final LayerOrder order;

    /** What the solution has before the import: layers of base and patches, or customizations that become its layers. */
    private final Set<ComponentKey> own;

    private final PackageComparison comparison;

    private final List<Finding> warnings = new ArrayList<>();

    /** Made when the states are known. */
    private Hiding hiding;

    /** What the package brings and may be there already, since nobody asked. */
    private Set<ComponentKey> unasked = Set.of();

    private ImportPlanner(
            SolutionPackage solution, OperationChoice choice, ImportOptions options, EnvironmentView environment) {
        this.solution = solution;
        this.manifest = solution.manifest();
        this.options = options;
        this.environment = environment;
        this.references = new StoredReferences(environment);
        this.choice = choice;
        this.stack = choice.stack();
        this.owner = owner();
        this.order = new LayerOrder(environment.solutions());
        this.own = own();
        this.comparison = new PackageComparison(choice, manifest.managed(), owner, replacesOldLayers(), this::converts);
        warnings.addAll(choice.warnings());
    }

    /** The owner of the layers that the import writes. */
    private String owner() {
        if (!manifest.managed()) {
            return Layer.ACTIVE;
        }
        return choice.operation() == Operation.STAGE_UPGRADE
                ? SolutionStack.holdingName(manifest.uniqueName())
                : manifest.uniqueName();
    }

    /**
     * Plans an import. A plan with blocked changes is a plan too, but can't be carried out.
     *
     * @param choice which operation it is; not a skip
     * @throws RefusalException with all findings of the first check that refuses
     */
    public static ImportPlan plan(
            SolutionPackage solution, OperationChoice choice, ImportOptions options, EnvironmentView environment)
            throws RefusalException {
        return new ImportPlanner(solution, choice, options, environment).plan();
    }

    private ImportPlan plan() throws RefusalException {
        warnings.addAll(PackageChecks.check(solution, environment, options));
        List<MissingDependency> missing = missingDependencies();
        Map<ComponentKey, ComponentState> states = states();
        StackAfter after = after();
        List<Finding> tooLarge =
                new StackLimits(environment.definitions(), owner, after).errors(solution.components(), states);
        if (!tooLarge.isEmpty()) {
            throw new RefusalException(tooLarge, List.of());
        }
        hiding = hiding(states, after);
        unasked = unasked(states);
        List<ComponentChange> changes = new ArrayList<>();
        List<SolutionComponent> context = new ArrayList<>();
        Set<ComponentKey> left = new HashSet<>(own);
        for (SolutionComponent component : solution.components()) {
            if (component.isContext()) {
                context.add(component);
            } else {
                changes.add(inPackage(component, Optional.ofNullable(states.get(component.key()))));
                left.remove(component.key());
            }
        }
        Set<ComponentKey> gone = new TreeSet<>(left);
        List<ComponentChange> removals = losing(UnknownNames.marked(removals(gone, changes, states)), states);
        checks(states, removals);
        boolean now = choice.operation() == Operation.UPGRADE;
        if (now) {
            removals.forEach(removal -> gone.remove(removal.key()));
        }
        List<ComponentChange> all = new ArrayList<>(replacesOldLayers() ? losing(changes, states) : changes);
        if (now) {
            all.addAll(removals);
        }
        all.addAll(UnknownNames.marked(
                gone.stream().map(key -> kept(states.get(key))).toList()));
        ImportPlan plan = new ImportPlan(
                choice.operation(),
                choice.outcome(),
                owner,
                all,
                now ? List.of() : removals,
                context,
                warnings,
                missing,
                states);
        return RuleDeletions.of(plan, options.activeRules());
    }

    /** Everything in the environment that forbids what the package brings: all findings at once. */
    private void checks(Map<ComponentKey, ComponentState> states, List<ComponentChange> removals)
            throws RefusalException {
        Set<ComponentKey> deleted = removals.stream()
                .filter(removal -> removal.change() == Change.DELETE)
                .map(ComponentChange::key)
                .collect(Collectors.toSet());
        List<Finding> errors = new ArrayList<>();
        if (options.activeRules() == ImportOptions.ActiveRules.FAIL) {
            errors.addAll(RuleChecks.errors(solution, states));
        } else {
            warnings.addAll(RuleChecks.warnings(solution, states));
        }
        List<ComparedComponent> compared = ComparedComponent.of(
                solution.components(),
                states,
                environment.definitions(),
                each -> InPlaceChanges.ask(each) || ManagedProperties.ask(each, manifest));
        errors.addAll(InPlaceChanges.errors(compared));
        errors.addAll(ManagedProperties.errors(compared, manifest));
        errors.addAll(new PlugInTypes(solution.components(), environment, states, this::covering).errors());
        errors.addAll(TakenNames.errors(solution.components(), environment, deleted));
        errors.addAll(LookupTargets.errors(removals, solution.components(), environment));
        warnings.addAll(InPlaceChanges.warnings(compared));
        if (manifest.managed()) {
            boolean refused = options.activeBase() == ImportOptions.ActiveBase.FAIL;
            (refused ? errors : warnings)
                    .addAll(ActiveBases.findings(solution.components(), states, environment, this::converts, refused));
        }
        if (!errors.isEmpty()) {
            throw new RefusalException(errors, List.of());
        }
        warnings.addAll(PlatformFaults.warnings(removals, environment, references));
    }

    /** An upgrade is followed by the end of the old version's layers, at once or when a staged one is applied. */
    private boolean replacesOldLayers() {
        return choice.operation() == Operation.UPGRADE || choice.operation() == Operation.STAGE_UPGRADE;
    }

    private List<ComponentChange> losing(List<ComponentChange> changes, Map<ComponentKey, ComponentState> states) {
        List<ComponentChange> changing = changes.stream()
                .filter(change -> change.change() != Change.UNCHANGED)
                .toList();
        Map<ComponentKey, ComponentChange> losing = new HashMap<>();
        new LostValues(environment, stack::owns)
                .addedTo(changing, states, LostValues::inPackage)
                .forEach(change -> losing.put(change.key(), change));
        return changes.stream()
                .map(change -> losing.getOrDefault(change.key(), change))
                .toList();
    }

    /**
     * Removes components of the old version that the package neither contains nor lists. For a staged upgrade the rows say
     * what happens when it is applied.
     */
    private List<ComponentChange> removals(
            Set<ComponentKey> gone, List<ComponentChange> changes, Map<ComponentKey, ComponentState> states) {
        if (!replacesOldLayers()) {
            return List.of();
        }
        LeavingLayers leaving =
                new LeavingLayers(stack.owners(), manifest.publisher().uniqueName());
        Set<ComponentKey> mentioned = new TreeSet<>();
        Stream.concat(
                        solution.components().stream().map(SolutionComponent::key),
                        manifest.rootComponents().stream().flatMap(RootCoverage::keys))
                .filter(gone::contains)
                .forEach(mentioned::add);
        mentioned.removeIf(key -> leaving.leavesOthers(states.get(key)));
        Set<ComponentKey> removed = new TreeSet<>(gone);
        removed.removeAll(mentioned);
        Set<ComponentKey> overwritten = changes.stream()
                .filter(ComponentChange::overwritesCustomization)
                .map(ComponentChange::key)
                .collect(Collectors.toSet());
        return Removals.of(
                removed,
                environment,
                references,
                leaving,
                ArrivingLayers.of(owner, manifest.uniqueName(), solution.components(), mentioned, overwritten));
    }

    private StackAfter after() {
        boolean upgrade = choice.operation() == Operation.UPGRADE;
        return new StackAfter(layer -> upgrade && stack.owns(layer), this::isAbove);
    }

    private Hiding hiding(Map<ComponentKey, ComponentState> states, StackAfter after) {
        List<SolutionComponent> changing = manifest.managed()
                ? solution.components().stream()
                        .filter(component -> !component.isContext() && states.containsKey(component.key()))
                        .toList()
                : List.of();
        boolean update = choice.operation() == Operation.UPDATE;
        return new Hiding(changing, states, environment, after, owner, update, state -> above(Optional.of(state)));
    }

    /** What the manifest requires, and what the components refer to: the same policy counts for both. */
    private List<MissingDependency> missingDependencies() throws RefusalException {
        List<MissingDependency> missing = DependencyCheck.missing(solution, environment);
        boolean lenient = options.missingDependencies() == ImportOptions.MissingDependencies.WARN;
        UnsatisfiedReferences references = new UnsatisfiedReferences(solution, environment, lenient);
        List<Finding> findings = new ArrayList<>();
        if (!missing.isEmpty()) {
            findings.add(DependencyCheck.finding(manifest, missing, options));
        }
        findings.addAll(references.refused());
        if (!lenient && !findings.isEmpty()) {
            throw new RefusalException(findings, missing);
        }
        warnings.addAll(references.warnings());
        warnings.addAll(findings);
        return missing;
    }

    private Set<ComponentKey> own() {
        if (!manifest.managed() || stack.base().isEmpty() || choice.operation() == Operation.PATCH) {
            return Set.of();
        }
        if (stack.base().get().managed()) {
            Set<ComponentKey> layers = new HashSet<>();
            stack.owners().forEach(solution -> layers.addAll(environment.layersOf(solution)));
            return layers;
        }
        Set<ComponentKey> customized = new HashSet<>(environment.membersOf(owner));
        customized.retainAll(environment.layersOf(Layer.ACTIVE));
        return customized;
    }

    private Map<ComponentKey, ComponentState> states() {
        Set<ComponentKey> keys = new LinkedHashSet<>(own);
        solution.components().forEach(component -> keys.add(component.key()));
        return environment.components(keys);
    }

    private Set<ComponentKey> unasked(Map<ComponentKey, ComponentState> states) {
        return environment.unasked(solution.components().stream()
                .map(SolutionComponent::key)
                .filter(key -> !states.containsKey(key))
                .toList());
    }

    /** The rows of the table for what is in N. */
    private ComponentChange inPackage(SolutionComponent component, Optional<ComponentState> before) {
        Sameness sameness = comparison.sameness(component, before);
        Change change = comparison.change(component, sameness, before);
        boolean convert = converts(component.key());
        boolean overwrite = !convert && overwrites(component, before);
        Optional<ActivationState> stateBefore = before.flatMap(ComponentState::state);
        boolean enable = options.enableSdkMessageProcessingSteps();
        Activation.warning(component, stateBefore, enable).ifPresent(warnings::add);
        boolean publishedBefore = before.map(ComponentState::published).orElse(true);
        boolean published = manifest.managed()
                ? Publishing.afterManaged(component.key().type(), publishedBefore, convert || overwrite)
                : Publishing.afterUnmanaged(component.key().type(), publishedBefore, change);
        Optional<String> hiddenBy =
                convert || overwrite || change == Change.UNCHANGED ? Optional.empty() : hiddenBy(component, before);
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (sameness == Sameness.UNKNOWN) {
            doubts.add(Doubt.MAY_BE_UNCHANGED);
        }
        if (hiddenBy.isPresent() && hiding.isDoubtful(component)) {
            doubts.add(Doubt.MAY_SHOW);
        }
        if (change == Change.ADD && unasked.contains(component.key())) {
            doubts.add(Doubt.MAY_EXIST);
        }
        ComponentChange planned = ComponentChange.of(
                component,
                change,
                new After(Activation.after(component, stateBefore, enable), published, hiddenBy),
                convert ? Customization.CONVERTED : overwrite ? overwritten(component, before) : Customization.NONE,
                doubts);
        return change == Change.CHANGE ? planned.over(comparison.over(component, before)) : planned;
    }

    /** A customization that is the package's definition already stays as it is. */
    private static Customization overwritten(SolutionComponent component, Optional<ComponentState> before) {
        boolean same = active(before).stream().anyMatch(layer -> layer.content().isSurely(component.content()));
        return same ? Customization.NONE : Customization.OVERWRITTEN;
    }

    /** The rows of the table for what S has and N has not, where it stays: in an update, and until an upgrade is applied. */
    private ComponentChange kept(ComponentState before) {
        ComponentChange kept = ComponentChange.without(before, Change.KEEP, List.of(), List.of());
        return converts(before.key()) ? kept.converting() : kept;
    }

    /** convertToManaged: the unmanaged solution's Active layers become S's managed layers. */
    private boolean converts(ComponentKey key) {
        return stack.base().filter(s -> !s.managed()).isPresent() && own.contains(key);
    }

    /**
     * Overwrite reaches neither merging types nor what other managed solutions lie on (docs/concepts.md, "Keep or overwrite
     * customizations").
     */
    private boolean overwrites(SolutionComponent component, Optional<ComponentState> before) {
        return manifest.managed()
                && options.overwriteCustomizations()
                && !component.key().type().merges()
                && active(before).isPresent()
                && above(before).stream().noneMatch(layer -> layer.isManaged() && !stack.patches(layer));
    }

    /** The layer that shows instead of S's. */
    private Optional<String> hiddenBy(SolutionComponent component, Optional<ComponentState> before) {
        return manifest.managed() ? hiding.by(component, before) : Optional.empty();
    }

    /** Active and the managed layers over the place that S has or will get, bottom to top; an update lies under the patches. */
    private List<Layer> above(Optional<ComponentState> before) {
        return before.map(ComponentState::layers).orElse(List.of()).stream()
                .filter(this::isAbove)
                .toList();
    }

    /** The layers above the package's new layer, without an unmanaged layer that the import converts or overwrites. */
    private List<Layer> covering(ComponentState state) {
        if (!manifest.managed()) {
            return List.of();
        }
        boolean replaced = options.overwriteCustomizations() || converts(state.key());
        return above(Optional.of(state)).stream()
                .filter(layer -> layer.isManaged() || !replaced)
                .toList();
    }

    private boolean isAbove(Layer layer) {
        return order.isAbove(layer, stack.uniqueName())
                || choice.operation() == Operation.UPDATE && stack.patches(layer);
    }

    private static Optional<Layer> active(Optional<ComponentState> state) {
        return state.flatMap(s -> s.layerOf(Layer.ACTIVE));
    }
}
