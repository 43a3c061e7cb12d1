package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.MissingDependency;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code MissingDependencies} of a StageSolution result
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/missingdependency).
 */
final class StagedDependencies {

    private StagedDependencies() {}

    static ArrayNode of(List<MissingDependency> dependencies) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (MissingDependency missing : dependencies) {
            ObjectNode entry = json.addObject();
            entry.put("CanResolveMissingDependency", false);
            part(entry, "DependentComponent", missing.dependent());
            part(entry, "RequiredComponent", missing.required());
            entry.put(
                    "RequiredSolutionName",
                    missing.required().solution().map(Object::toString).orElse(""));
            entry.putArray("MissingPackages");
        }
        return json;
    }

    private static void part(ObjectNode json, String role, MissingDependency.Part part) {
        String key = part.key().key();
        boolean guid = key.matches("\\p{XDigit}{8}-.{27}");
        int dot = part.type().equals(ComponentType.ATTRIBUTE) ? key.indexOf('.') : -1;
        json.put(role + "DisplayName", part.displayName());
        json.put(role + "Id", guid ? key : "00000000-0000-0000-0000-000000000000");
        json.putNull(role + "ParentDisplayName");
        json.put(role + "ParentSchemaName", dot < 0 ? null : key.substring(0, dot));
        json.put(role + "SchemaName", guid ? null : key.substring(dot + 1));
        json.put(role + "Type", type(part));
    }

    private static String type(MissingDependency.Part part) {
        return part.type().code() == 0
                ? part.type().name()
                : String.valueOf(part.type().code());
    }

    /** The text of the finding, with the list in it as XML (docs/platform-facts.md, "What staging finds"). */
    static String message(PlanResult plan) {
        String list = plan.missingDependencies().stream()
                .map(missing -> "<MissingDependency>" + xml("Required", missing.required())
                        + xml("Dependent", missing.dependent()) + "</MissingDependency>")
                .collect(Collectors.joining());
        return "The following solution cannot be imported: "
                + plan.manifest().orElseThrow().uniqueName()
                + ". Some dependencies are missing. The missing dependencies are : <MissingDependencies>" + list
                + "</MissingDependencies> , ProductUpdatesOnly : False";
    }

    private static String xml(String element, MissingDependency.Part part) {
        String solution =
                part.solution().map(from -> " solution=\"" + from + "\"").orElse("");
        return "<" + element + " type=\"" + type(part) + "\" schemaName=\""
                + part.key().key() + "\" displayName=\""
                + part.displayName().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\""
                + solution + " />";
    }
}
