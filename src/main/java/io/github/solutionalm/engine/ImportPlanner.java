package io.github.solutionalm.engine;

import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of engine.md, "What happens to one component": a pure function of the package, the options and a view of the
 * environment. For a managed package S is the solution and its layers its own; an unmanaged one writes into Active.
 */
public final class ImportPlanner {

    private final SolutionPackage solution;
    private final SolutionManifest manifest;
    private final ImportOptions options;
    private final EnvironmentView environment;
    private final OperationChoice choice;
    private final String owner;
    private final LayerOrder order;

    /** What the solution has before the import: its layers, or the unmanaged customizations that become its layers. */
    private final Set<ComponentKey> own;

    private final List<Finding> warnings = new ArrayList<>();

    private ImportPlanner(
            SolutionPackage solution, OperationChoice choice, ImportOptions options, EnvironmentView environment) {
        this.solution = solution;
        this.manifest = solution.manifest();
        this.options = options;
        this.environment = environment;
        this.choice = choice;
        this.owner = manifest.managed() ? manifest.uniqueName() : Layer.ACTIVE;
        this.order = new LayerOrder(environment.solutions());
        this.own = own();
        warnings.addAll(choice.warnings());
    }

    /**
     * Plans an import.
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
        warnings.addAll(PackageChecks.check(solution, environment));
        List<MissingDependency> missing = missingDependencies();
        Map<ComponentKey, ComponentState> states = states();
        RuleChecks.check(solution, states);
        List<ComponentChange> changes = new ArrayList<>();
        List<SolutionComponent> context = new ArrayList<>();
        Set<ComponentKey> gone = new TreeSet<>(own);
        for (SolutionComponent component : solution.components()) {
            if (component.isContext()) {
                context.add(component);
            } else {
                changes.add(inPackage(component, Optional.ofNullable(states.get(component.key()))));
                gone.remove(component.key());
            }
        }
        gone.forEach(key -> changes.add(noLongerInPackage(states.get(key))));
        return new ImportPlan(choice.operation(), choice.outcome(), owner, changes, context, warnings, missing);
    }

    private List<MissingDependency> missingDependencies() throws RefusalException {
        List<MissingDependency> missing = DependencyCheck.missing(solution, environment);
        if (missing.isEmpty()) {
            return missing;
        }
        Finding finding = DependencyCheck.finding(manifest, missing);
        if (options.missingDependencies() == ImportOptions.MissingDependencies.FAIL) {
            throw new RefusalException(List.of(finding), missing);
        }
        warnings.add(finding);
        return missing;
    }

    private Set<ComponentKey> own() {
        if (!manifest.managed() || choice.installed().isEmpty()) {
            return Set.of();
        }
        if (choice.installed().get().managed()) {
            return environment.layersOf(owner);
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

    /** The rows of the table for what is in N. */
    private ComponentChange inPackage(SolutionComponent component, Optional<ComponentState> before) {
        Optional<ContentHash> content = component.definition().map(Definition::hash);
        Change change = change(component, content, before);
        boolean convert = converts(component.key());
        boolean overwrite = !convert && overwrites(component, before);
        Optional<ActivationState> stateBefore = before.flatMap(ComponentState::state);
        boolean enable = options.enableSdkMessageProcessingSteps();
        Activation.warning(component, stateBefore, enable).ifPresent(warnings::add);
        boolean publishedBefore = before.map(ComponentState::published).orElse(true);
        boolean published = manifest.managed()
                ? Publishing.afterManaged(component.key().type(), publishedBefore, convert || overwrite)
                : Publishing.afterUnmanaged(component.key().type(), publishedBefore, change);
        return new ComponentChange(
                component.key(),
                component.name(),
                change,
                Optional.of(component),
                Activation.after(component, stateBefore, enable),
                published,
                convert || overwrite || change == Change.UNCHANGED ? Optional.empty() : hiddenBy(component, before),
                overwrite && !active(before).flatMap(Layer::hash).equals(content),
                convert);
    }

    private Change change(SolutionComponent component, Optional<ContentHash> content, Optional<ComponentState> before) {
        Optional<Layer> layer = converts(component.key()) ? active(before) : before.flatMap(s -> s.layerOf(owner));
        if (layer.isPresent()) {
            return layer.get().hash().equals(content) ? Change.UNCHANGED : Change.CHANGE;
        }
        boolean exists = before.filter(state -> !state.layers().isEmpty()).isPresent();
        return exists || PlatformComponents.contains(component.key()) ? Change.CHANGE : Change.ADD;
    }

    /** The rows of the table for what S has and N has not: an update keeps it. */
    private ComponentChange noLongerInPackage(ComponentState before) {
        boolean convert = converts(before.key());
        return new ComponentChange(
                before.key(),
                before.name(),
                Change.KEEP,
                Optional.empty(),
                before.state(),
                before.published() || convert,
                Optional.empty(),
                false,
                convert);
    }

    /** convertToManaged: the unmanaged solution's Active layers become S's managed layers. */
    private boolean converts(ComponentKey key) {
        return choice.installed().filter(s -> !s.managed()).isPresent() && own.contains(key);
    }

    /** Overwrite reaches neither merging types nor what other managed solutions lie on (seed, "Customization options"). */
    private boolean overwrites(SolutionComponent component, Optional<ComponentState> before) {
        return manifest.managed()
                && options.overwriteCustomizations()
                && !component.key().type().merges()
                && active(before).isPresent()
                && above(before).stream().noneMatch(Layer::isManaged);
    }

    /** The layer that shows instead of S's: the top one. Of merging types all layers show. */
    private Optional<String> hiddenBy(SolutionComponent component, Optional<ComponentState> before) {
        if (!manifest.managed() || component.key().type().merges()) {
            return Optional.empty();
        }
        List<Layer> above = above(before);
        return above.isEmpty()
                ? Optional.empty()
                : Optional.of(above.get(above.size() - 1).owner());
    }

    /** Active and the layers of other managed solutions over the place that S has or will get, bottom to top. */
    private List<Layer> above(Optional<ComponentState> before) {
        String place = manifest.patchOf().orElse(manifest.uniqueName());
        return before.map(ComponentState::layers).orElse(List.of()).stream()
                .filter(layer -> order.isAbove(layer, place))
                .toList();
    }

    private static Optional<Layer> active(Optional<ComponentState> state) {
        return state.flatMap(s -> s.layerOf(Layer.ACTIVE));
    }
}
