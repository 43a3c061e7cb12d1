package io.github.solutionalm.engine;

import static io.github.solutionalm.model.ComponentType.SDK_MESSAGE_PROCESSING_STEP;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;

import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of engine.md, "What happens to one component": a pure function of the package, the options and a view of the
 * environment.
 */
public final class ImportPlanner {

    private final SolutionPackage solution;
    private final ImportOptions options;
    private final EnvironmentView environment;
    private final OperationChoice choice;
    private final String owner;
    private final boolean managed;
    private final boolean converts;
    private final List<Finding> warnings = new ArrayList<>();

    private ImportPlanner(
            SolutionPackage solution, OperationChoice choice, ImportOptions options, EnvironmentView environment) {
        this.solution = solution;
        this.options = options;
        this.environment = environment;
        this.choice = choice;
        this.managed = solution.manifest().managed();
        this.owner = managed ? solution.manifest().uniqueName() : Layer.ACTIVE;
        this.converts = managed && choice.installed().filter(s -> !s.managed()).isPresent();
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
        Map<ComponentKey, ComponentState> states = environment.components(
                solution.components().stream().map(SolutionComponent::key).toList());
        RuleChecks.check(solution, states);
        Set<ComponentKey> converted = converts ? environment.membersOf(owner) : Set.of();
        List<ComponentChange> changes = new ArrayList<>();
        List<SolutionComponent> context = new ArrayList<>();
        for (SolutionComponent component : solution.components()) {
            if (component.isContext()) {
                context.add(component);
            } else {
                changes.add(change(component, Optional.ofNullable(states.get(component.key())), converted));
            }
        }
        changes.addAll(kept());
        return new ImportPlan(choice.operation(), choice.outcome(), owner, changes, context, warnings, missing);
    }

    private List<MissingDependency> missingDependencies() throws RefusalException {
        List<MissingDependency> missing = DependencyCheck.missing(solution, environment);
        if (missing.isEmpty()) {
            return missing;
        }
        Finding finding = DependencyCheck.finding(solution.manifest(), missing);
        if (options.missingDependencies() == ImportOptions.MissingDependencies.FAIL) {
            throw new RefusalException(List.of(finding), missing);
        }
        warnings.add(finding);
        return missing;
    }

    /** A component that is in the package. */
    private ComponentChange change(
            SolutionComponent component, Optional<ComponentState> before, Set<ComponentKey> converted) {
        Change change = change(component, before);
        boolean convert = converted.contains(component.key())
                && layer(before, Layer.ACTIVE).isPresent();
        boolean overwrite = !convert && overwrites(component, before);
        return new ComponentChange(
                component.key(),
                component.name(),
                change,
                Optional.of(component),
                state(component, before, change),
                published(component, before, change),
                convert || overwrite ? Optional.empty() : hiddenBy(component, before, change),
                overwrite,
                convert);
    }

    private Change change(SolutionComponent component, Optional<ComponentState> before) {
        Optional<Layer> own = layer(before, owner);
        if (own.isPresent()) {
            return own.get().hash().equals(component.definition().map(d -> d.hash()))
                    ? Change.UNCHANGED
                    : Change.CHANGE;
        }
        boolean exists = before.filter(state -> !state.layers().isEmpty()).isPresent()
                || PlatformComponents.contains(component.key());
        return exists ? Change.CHANGE : Change.ADD;
    }

    /** What the solution has and the package has not: an update deletes nothing. */
    private List<ComponentChange> kept() {
        if (!managed || choice.installed().isEmpty()) {
            return List.of();
        }
        Set<ComponentKey> gone = new HashSet<>(environment.layersOf(owner));
        solution.components().stream().map(SolutionComponent::key).forEach(gone::remove);
        return environment.components(gone).values().stream()
                .map(state -> new ComponentChange(
                        state.key(),
                        state.name(),
                        Change.KEEP,
                        Optional.empty(),
                        state.state(),
                        state.published(),
                        Optional.empty(),
                        false,
                        false))
                .toList();
    }

    /** The first layer above the solution's own that has a definition; merging types show all layers. */
    private Optional<String> hiddenBy(SolutionComponent component, Optional<ComponentState> before, Change change) {
        if (!managed || component.key().type().merges() || change == Change.UNCHANGED) {
            return Optional.empty();
        }
        return above(before).stream().findFirst().map(Layer::owner);
    }

    /** Overwrite reaches neither merging types nor what other managed solutions lie on (seed, Customization options). */
    private boolean overwrites(SolutionComponent component, Optional<ComponentState> before) {
        return managed
                && options.overwriteCustomizations()
                && !component.key().type().merges()
                && layer(before, Layer.ACTIVE)
                        .filter(active ->
                                !active.hash().equals(component.definition().map(d -> d.hash())))
                        .isPresent()
                && above(before).stream().noneMatch(Layer::isManaged);
    }

    /** Layers over the place that the solution's layer has or will get: a new layer comes on top of the managed ones. */
    private List<Layer> above(Optional<ComponentState> before) {
        List<Layer> layers = before.map(ComponentState::layers).orElse(List.of());
        int own = -1;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).owner().equalsIgnoreCase(owner) || own < 0 && installedBefore(layers.get(i))) {
                own = i;
            }
        }
        List<Layer> above = new ArrayList<>();
        for (Layer layer : layers.subList(own + 1, layers.size())) {
            if (choice.installed().isPresent() || !layer.isManaged()) {
                above.add(layer);
            }
        }
        return above;
    }

    /** Whether a layer of a solution that has none of its own here yet stands below the new one. */
    private boolean installedBefore(Layer layer) {
        return layer.owner().equals(Layer.SYSTEM) || layer.isManaged() && isBelow(layer.owner());
    }

    private boolean isBelow(String other) {
        for (var installed : environment.solutions()) {
            if (installed.uniqueName().equalsIgnoreCase(owner)) {
                return false;
            }
            if (installed.uniqueName().equalsIgnoreCase(other)) {
                return true;
            }
        }
        return true;
    }

    private Optional<ActivationState> state(
            SolutionComponent component, Optional<ComponentState> before, Change change) {
        boolean enable = options.enableSdkMessageProcessingSteps();
        Optional<ActivationState> earlier = before.flatMap(ComponentState::state);
        if (component.key().type().equals(SDK_MESSAGE_PROCESSING_STEP)) {
            return Optional.of(enable ? ActivationState.ENABLED : earlier.orElse(ActivationState.DISABLED));
        }
        if (component.key().type().equals(WORKFLOW)) {
            if (!enable && earlier.filter(ActivationState::isOn).isPresent()) {
                warnings.add(PlatformCode.WORKFLOW_DEACTIVATED.finding(
                        "The workflow " + component.name() + " was activated and is a draft now. Set "
                                + "enableSdkMessageProcessingSteps to activate it.",
                        component.key()));
            }
            return Optional.of(enable ? ActivationState.ACTIVATED : ActivationState.DRAFT);
        }
        return component.activated().map(on -> on ? ActivationState.ACTIVATED : ActivationState.DRAFT);
    }

    private boolean published(SolutionComponent component, Optional<ComponentState> before, Change change) {
        if (managed || !component.key().type().publishes()) {
            return true;
        }
        return change == Change.UNCHANGED
                && before.map(ComponentState::published).orElse(true);
    }

    private static Optional<Layer> layer(Optional<ComponentState> state, String owner) {
        return state.flatMap(s -> s.layerOf(owner));
    }
}
