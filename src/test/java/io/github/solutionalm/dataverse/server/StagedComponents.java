package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionManifest;
import java.util.List;
import java.util.Map;

/**
 * {@code SolutionComponentsDetails} of a StageSolution result: the solution itself, its tables and its solution-aware
 * components, with the attributes of the recorded answer. What the engine's plan does not know of them is empty.
 */
final class StagedComponents {

    private static final Map<ComponentType, String> NAMES = Map.of(
            ComponentType.ENTITY, "entity",
            ComponentType.CONNECTION_REFERENCE, "connectionreference",
            ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, "EnvironmentVariableDefinition",
            ComponentType.ENVIRONMENT_VARIABLE_VALUE, "EnvironmentVariableValue");

    private static final Map<ComponentType, List<String>> ATTRIBUTES = Map.of(
            ComponentType.ENTITY,
            List.of("name"),
            ComponentType.CONNECTION_REFERENCE,
            List.of("connectionreferencelogicalname", "connectorid", "connectionreferencedisplayname", "description"),
            ComponentType.ENVIRONMENT_VARIABLE_DEFINITION,
            List.of(
                    "schemaname",
                    "displayname",
                    "description",
                    "type",
                    "defaultvalue",
                    "isrequired",
                    "parameterkey",
                    "parentdefinitionid",
                    "apiid"),
            ComponentType.ENVIRONMENT_VARIABLE_VALUE,
            List.of("schemaname", "environmentvariablevalueid", "value"));

    private StagedComponents() {}

    static ArrayNode of(PlanResult plan) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        SolutionManifest manifest = plan.manifest().orElseThrow();
        ObjectNode solution = component(json, manifest.friendlyName(), "solution", "Unknown");
        attributes(
                solution,
                List.of("localizedname", "description"),
                List.of(manifest.friendlyName(), manifest.description()));
        for (ComponentChange change : plan.changes()) {
            ComponentType type = change.key().type();
            if (NAMES.containsKey(type)) {
                String present = change.change() == Change.ADD ? "False" : "True";
                String name = change.name().isEmpty() ? change.key().key() : change.name();
                attributes(
                        component(json, name, NAMES.get(type), present),
                        ATTRIBUTES.get(type),
                        List.of(change.key().key(), change.name()));
            }
        }
        return json;
    }

    private static ObjectNode component(ArrayNode all, String name, String type, String present) {
        ObjectNode json = all.addObject();
        json.put("ComponentName", name).put("ComponentTypeName", type);
        return json.put("IsPresentInOrg", present);
    }

    private static void attributes(ObjectNode component, List<String> keys, List<String> values) {
        ObjectNode json = component.putObject("Attributes").put("Count", keys.size());
        ArrayNode names = json.putArray("Keys");
        keys.forEach(names::add);
        ArrayNode texts = json.putArray("Values");
        for (int i = 0; i < keys.size(); i++) {
            texts.add(i < values.size() ? values.get(i) : "");
        }
    }
}
