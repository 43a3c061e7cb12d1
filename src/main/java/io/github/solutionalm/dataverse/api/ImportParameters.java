package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.ImportOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The parameters of an import, whichever call starts it (docs/platform-facts.md, "Actions of an import").
 *
 * @param solution unique name and version, for messages
 * @param options how to import
 * @param holding whether the package is staged as an upgrade, beside the installed solution
 * @param components deployment settings, as {@link ComponentParameters} puts them; empty for none
 */
public record ImportParameters(
        String solution, ImportOptions options, boolean holding, List<Map<String, Object>> components) {

    /**
     * Returns the parameters as JSON.
     *
     * @param job id of the import job; empty: the environment chooses one
     */
    ObjectNode json(Optional<UUID> job) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("OverwriteUnmanagedCustomizations", options.overwriteCustomizations());
        json.put("PublishWorkflows", options.enableSdkMessageProcessingSteps());
        job.ifPresent(id -> json.put("ImportJobId", id.toString()));
        if (options.convertToManaged()) {
            json.put("ConvertToManaged", true);
        }
        if (options.skipProductUpdateDependencies()) {
            json.put("SkipProductUpdateDependencies", true);
        }
        if (holding) {
            json.put("HoldingSolution", true);
        }
        if (!components.isEmpty()) {
            ArrayNode parameters = json.putArray("ComponentParameters");
            components.forEach(component -> {
                ObjectNode row = parameters.addObject();
                component.forEach((name, value) -> row.put(name, value.toString()));
            });
        }
        return json;
    }
}
