package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.DeploymentSettings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The complex parameters of an import, checked as strictly as the service does it (docs/platform-facts.md, "Deployment
 * settings" and "What staging finds").
 */
final class ComponentParameters {

    private static final String TYPE = "@odata.type";
    private static final String NAMESPACE = "Microsoft.Dynamics.CRM.";
    private static final Map<String, Set<String>> COLUMNS = Map.of(
            NAMESPACE + "connectionreference",
            Set.of(
                    "connectionreferenceid",
                    "connectionreferencelogicalname",
                    "connectionreferencedisplayname",
                    "description",
                    "connectorid",
                    "connectionid"),
            NAMESPACE + "environmentvariablevalue",
            Set.of("environmentvariablevalueid", "schemaname", "value"));
    private static final Set<String> SOLUTION_PARAMETERS = Set.of(
            "StageSolutionUploadId",
            "DeployMissingPackagesBeforeSolutionImport",
            "SolutionComponentOptions",
            "PackageHistoryReference");

    private ComponentParameters() {}

    static void check(JsonNode list) throws ODataFault {
        for (JsonNode entity : list) {
            String type = entity.path(TYPE).asText();
            if (!COLUMNS.containsKey(type)) {
                throw ODataFault.badRequest(
                        ODataFault.PARSING,
                        "A resource without a type name or of the type '" + type
                                + "' was found, but no expected type was specified.");
            }
            checkNames(entity, COLUMNS.get(type), type);
        }
    }

    /** What they set, as the embedded environment takes it. */
    static Optional<DeploymentSettings> settings(JsonNode list) {
        List<DeploymentSettings.Variable> variables = new ArrayList<>();
        List<DeploymentSettings.Connection> connections = new ArrayList<>();
        for (JsonNode entity : list) {
            if (entity.path(TYPE).asText().endsWith(".connectionreference")) {
                connections.add(new DeploymentSettings.Connection(
                        entity.path("connectionreferencelogicalname").asText(),
                        entity.path("connectionid").asText(),
                        entity.path("connectorid").asText()));
            } else {
                variables.add(new DeploymentSettings.Variable(
                        entity.path("schemaname").asText(), entity.path("value").asText()));
            }
        }
        return Optional.of(new DeploymentSettings("ComponentParameters", variables, connections))
                .filter(settings -> !settings.isEmpty());
    }

    static void checkSolutionParameters(JsonNode parameters) throws ODataFault {
        checkNames(parameters, SOLUTION_PARAMETERS, NAMESPACE + "SolutionParameters");
    }

    private static void checkNames(JsonNode object, Set<String> known, String type) throws ODataFault {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.startsWith("@") && !known.contains(name)) {
                throw ODataFault.badRequest(
                        ODataFault.PARSING, "Invalid property '" + name + "' was found in entity '" + type + "'.");
            }
        }
    }
}
