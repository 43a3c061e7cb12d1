package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Guid;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names and ids in the package that another component already has. */
final class TakenNames {

    private final EnvironmentView environment;
    private final List<Finding> errors = new ArrayList<>();

    private TakenNames(EnvironmentView environment) {
        this.environment = environment;
    }

    /**
     * The errors.
     *
     * @param gone components that the operation deletes
     */
    static List<Finding> errors(
            List<SolutionComponent> components, EnvironmentView environment, Set<ComponentKey> gone) {
        TakenNames taken = new TakenNames(environment);
        taken.processes(components, gone);
        taken.ids(components, gone);
        return taken.errors;
    }

    /** The unique name of an action or a business process flow is the name of the message or the table that it makes. */
    private void processes(List<SolutionComponent> components, Set<ComponentKey> gone) {
        Map<ComponentKey, SolutionComponent> named = new LinkedHashMap<>();
        for (SolutionComponent component : components) {
            String uniqueName = component.property(Property.UNIQUE_NAME);
            if (component.key().type().equals(ComponentType.WORKFLOW) && !uniqueName.isEmpty()) {
                ComponentKey name = new ComponentKey(ComponentType.WORKFLOW, uniqueName);
                SolutionComponent other = named.putIfAbsent(name, component);
                if (other != null) {
                    errors.add(clash(component, uniqueName, other.key() + " of the package"));
                }
            }
        }
        Map<ComponentKey, Set<ComponentKey>> bearing = named.isEmpty() ? Map.of() : environment.bearing(named.keySet());
        bearing.forEach((name, bearers) -> environment.components(bearers).values().stream()
                .filter(bearer -> !bearer.key().equals(named.get(name).key()) && !gone.contains(bearer.key()))
                .findFirst()
                .ifPresent(bearer -> errors.add(clash(named.get(name), name.key(), named(bearer)))));
    }

    private static Finding clash(SolutionComponent process, String uniqueName, String other) {
        return PlatformCode.PROCESS_NAME_CONFLICT.finding(
                ComparedComponent.name(process) + " has the unique name " + uniqueName + ", as " + other
                        + " has under another id. Give one of them another unique name, or first delete the"
                        + " other one.",
                process.key());
    }

    /** A GUID is the id of one component, whatever its type. */
    private void ids(List<SolutionComponent> components, Set<ComponentKey> gone) {
        Map<String, SolutionComponent> byId = new HashMap<>();
        for (SolutionComponent component : components) {
            if (!component.isContext() && Guid.is(component.key().key())) {
                SolutionComponent twin = byId.put(component.key().key(), component);
                if (twin != null && areTwo(twin.key(), component.key())) {
                    errors.add(sameId(component, ComparedComponent.name(twin) + " has in the package"));
                }
            }
        }
        if (byId.isEmpty()) {
            return;
        }
        Set<String> reported = new HashSet<>();
        for (ComponentState state : environment.withIds(byId.keySet())) {
            SolutionComponent arriving = byId.get(state.key().key());
            if (areTwo(state.key(), arriving.key())
                    && !gone.contains(state.key())
                    && reported.add(state.key().key())) {
                errors.add(sameId(arriving, named(state) + " has in the environment"));
            }
        }
    }

    /** Rows of solution-aware tables may bear the id of what they belong to. */
    private static boolean areTwo(ComponentKey one, ComponentKey other) {
        return !one.type().equals(other.type())
                && one.type().code() != 0
                && other.type().code() != 0;
    }

    private static Finding sameId(SolutionComponent component, String other) {
        return Finding.withoutCode(
                ComparedComponent.name(component) + " has the id that " + other
                        + ": an id can't be used twice. Give the new one its own id.",
                component.key());
    }

    /** What is there, and whose it is. */
    private static String named(ComponentState state) {
        List<Layer> layers = state.layers();
        return state.key()
                + (state.name().isEmpty() ? "" : " (" + state.name() + ")")
                + (layers.isEmpty()
                        ? ""
                        : " of "
                                + ComparedComponent.owner(
                                        layers.get(layers.size() - 1).owner()));
    }
}
