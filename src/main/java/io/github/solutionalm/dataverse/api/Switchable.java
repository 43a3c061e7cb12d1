package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A workflow, flow or plug-in step, which is active or inactive. Active is statecode 1 with statuscode 2 of a workflow
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/workflow) and statecode 0 with statuscode 1
 * of a step (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/sdkmessageprocessingstep).
 *
 * @param key its component
 * @param name name for people; may be empty
 * @param connections the connection references that it uses
 */
public record Switchable(ComponentKey key, String name, Set<ComponentKey> connections) {

    private static final String STATE = "statecode";

    /** The table of a component type, and the state of its active rows. */
    private record Kind(String set, String id, int state, int status) {}

    private static final Map<ComponentType, Kind> KINDS = Map.of(
            ComponentType.WORKFLOW,
            new Kind("workflows", "workflowid", 1, 2),
            ComponentType.SDK_MESSAGE_PROCESSING_STEP,
            new Kind("sdkmessageprocessingsteps", "sdkmessageprocessingstepid", 0, 1));

    public static Set<ComponentType> types() {
        return KINDS.keySet();
    }

    /** The component if it is active in the package; one without a state was active. */
    public static Optional<Switchable> of(SolutionComponent component) {
        boolean on = KINDS.containsKey(component.key().type())
                && !component.isContext()
                && component.activated().orElse(true);
        return on
                ? Optional.of(new Switchable(
                        component.key(),
                        component.name(),
                        component.references().stream()
                                .filter(reference -> reference.type().equals(ComponentType.CONNECTION_REFERENCE))
                                .collect(Collectors.toCollection(TreeSet::new))))
                : Optional.empty();
    }

    /** The path that reads the states of some components of one type. */
    public static ApiPath rows(ComponentType type, Collection<Switchable> some) {
        Kind kind = KINDS.get(type);
        return ApiPath.of(kind.set)
                .with("$select", kind.id + "," + STATE)
                .with(
                        "$filter",
                        some.stream()
                                .map(one -> kind.id + " eq " + one.key().key())
                                .collect(Collectors.joining(" or ")));
    }

    public static ComponentKey keyOf(ComponentType type, JsonNode row) {
        return new ComponentKey(type, row.path(KINDS.get(type).id).asText(""));
    }

    public static boolean isOn(ComponentType type, JsonNode row) {
        return row.path(STATE).asInt(-1) == KINDS.get(type).state;
    }

    /** The call that activates it. */
    public SetState on() {
        Kind kind = KINDS.get(key.type());
        return new SetState(
                "activate the " + label(), ApiPath.of(kind.set + "(" + key.key() + ")"), kind.state, kind.status);
    }

    /** The label and name of the component, for messages. */
    public String label() {
        return key.type().label() + " " + (name.isEmpty() ? key.key() : "'" + name + "'");
    }
}
