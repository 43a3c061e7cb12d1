package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.settings.SettingValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deployment settings as the parameter {@code ComponentParameters} of an import takes them (docs/platform-facts.md,
 * "Deployment settings").
 */
public final class ComponentParameters {

    private static final String TYPE = "@odata.type";
    private static final String NAMESPACE = "Microsoft.Dynamics.CRM.";

    private ComponentParameters() {}

    /**
     * Returns an object for each connection and each value, connections first. Names are spelt as in the package, and a
     * connection without a connector has that of its reference.
     *
     * @param settings settings that were checked against the package
     * @param rows ids of the values that the environment has
     */
    public static List<Map<String, Object>> of(
            SettingsDeclaration declared, DeploymentSettings settings, Map<ComponentKey, String> rows) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        settings.connections()
                .forEach(given -> declared.reference(given.logicalName()).ifPresent(reference -> {
                    Map<String, Object> row = row("connectionreference");
                    row.put("connectionreferencelogicalname", reference.logicalName());
                    row.put("connectionreferencedisplayname", reference.displayName());
                    row.put("description", reference.description());
                    row.put(
                            "connectorid",
                            given.connectorId().isEmpty() ? reference.connectorId() : given.connectorId());
                    row.put("connectionid", given.connectionId());
                    parameters.add(row);
                }));
        settings.variables()
                .forEach(given -> declared.variable(given.schemaName()).ifPresent(variable -> {
                    Map<String, Object> row = row("environmentvariablevalue");
                    // Without the id the import adds a second value, which the environment refuses.
                    if (rows.containsKey(variable.key())) {
                        row.put("environmentvariablevalueid", rows.get(variable.key()));
                    }
                    row.put("schemaname", variable.schemaName());
                    row.put("value", SettingValue.normal(variable, given.value()));
                    parameters.add(row);
                }));
        return parameters;
    }

    private static Map<String, Object> row(String table) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(TYPE, NAMESPACE + table);
        return row;
    }
}
