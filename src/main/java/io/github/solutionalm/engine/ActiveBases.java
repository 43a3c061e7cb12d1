package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Refuses a managed component over one that exists only as an unmanaged customization, like the platform: "a managed
 * solution cannot overwrite the component which has an unmanaged base instance"
 * (https://learn.microsoft.com/troubleshoot/power-platform/dataverse/working-with-solutions/failure-converting-to-managed-solution).
 */
final class ActiveBases {

    /** Values and connections set in the environment are not customizations. */
    private static final Set<ComponentType> SETTINGS =
            Set.of(ComponentType.ENVIRONMENT_VARIABLE_VALUE, ComponentType.named("connection"));

    private ActiveBases() {}

    /**
     * One finding for each component of a managed package that has an unmanaged base.
     *
     * @param states what the environment has of them
     * @param converted the components that become the solution's own
     * @param refused whether that refuses the import, or puts the layers under the unmanaged ones
     */
    static List<Finding> findings(
            List<SolutionComponent> components,
            Map<ComponentKey, ComponentState> states,
            EnvironmentView environment,
            Predicate<ComponentKey> converted,
            boolean refused) {
        List<SolutionComponent> found = components.stream()
                .filter(component -> !component.isContext() && !converted.test(component.key()))
                .filter(component -> !SETTINGS.contains(component.key().type()))
                .filter(component -> isUnmanagedOnly(states.get(component.key())))
                .toList();
        Map<ComponentKey, List<String>> solutions = found.isEmpty() ? Map.of() : unmanagedSolutions(found, environment);
        return found.stream()
                .map(component -> finding(component, solutions.getOrDefault(component.key(), List.of()), refused))
                .toList();
    }

    /** The solutions that list them, by component. */
    private static Map<ComponentKey, List<String>> unmanagedSolutions(
            List<SolutionComponent> components, EnvironmentView environment) {
        Map<ComponentKey, List<String>> solutions = new HashMap<>();
        for (InstalledSolution solution : environment.solutions()) {
            if (!solution.managed()) {
                Set<ComponentKey> members = Set.copyOf(environment.membersOf(solution.uniqueName()));
                components.stream()
                        .map(SolutionComponent::key)
                        .filter(members::contains)
                        .forEach(key -> solutions
                                .computeIfAbsent(key, same -> new ArrayList<>())
                                .add(solution.uniqueName()));
            }
        }
        return solutions;
    }

    private static boolean isUnmanagedOnly(ComponentState state) {
        return state != null
                && !state.layers().isEmpty()
                && state.layers().stream().allMatch(Layer::isActive);
    }

    private static Finding finding(SolutionComponent component, List<String> solutions, boolean refused) {
        PlatformCode code = component.key().type().equals(ComponentType.ATTRIBUTE_MAP)
                ? PlatformCode.UNMANAGED_ATTRIBUTE_MAP
                : PlatformCode.OVERWRITE_ACTIVE_COMPONENT;
        String message = ComparedComponent.name(component)
                + " is in the environment as an unmanaged component"
                + (solutions.isEmpty() ? "" : " of the solution " + String.join(", ", solutions))
                + ", which a managed solution can't overwrite.";
        return code.finding(
                message
                        + (refused
                                ? " Delete it there if nobody needs it; or import the unmanaged package of its"
                                        + " solution and then this one with convertToManaged; or set activeBase"
                                        + " to 'warn' (-Dsolution.activeBase=warn) to put the managed layer below it."
                                : " With activeBase=warn its managed layer is put below the unmanaged one, which"
                                        + " hides it; no upgrade will delete the component. Dataverse refuses"
                                        + " such a package."),
                component.key());
    }
}
