package io.github.solutionalm.dataverse;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.dataverse.api.ComponentParameters;
import io.github.solutionalm.dataverse.api.ConnectionRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.VariableRows;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.settings.SettingValue;
import io.github.solutionalm.settings.SettingsCheck;
import io.github.solutionalm.settings.SettingsCheck.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The deployment settings of an import, compared with its package and with what the environment has already. */
final class GivenSettings {

    private final SettingsDeclaration declared;
    private final Optional<DeploymentSettings> given;

    GivenSettings(SettingsDeclaration declared, Optional<DeploymentSettings> given) {
        this.declared = declared;
        this.given = given;
    }

    /**
     * Checks the settings; the environment is not asked.
     *
     * @throws RefusalException with all errors, when none of them depends on what the environment has
     */
    void check() throws RefusalException {
        List<Finding> wrongAnywhere = errors(all());
        if (wrongAnywhere.size() == errors(Present.NONE).size()) {
            refuse(wrongAnywhere);
        }
    }

    /**
     * Checks the settings, with the values and connections of the environment if some are not given.
     *
     * @throws RefusalException with all errors
     */
    void check(OperationContext access) throws WebApiException, RefusalException {
        if (!errors(Present.NONE).isEmpty()) {
            refuse(errors(
                    new Present(values(access).keySet(), connections(access).keySet())));
        }
    }

    /** The settings as an import takes them; a value that the environment has is named, so that it is replaced and not added. */
    List<Map<String, Object>> parameters(OperationContext access) throws WebApiException {
        if (given.isEmpty()) {
            return List.of();
        }
        Map<ComponentKey, String> rows = given.get().variables().isEmpty()
                ? Map.of()
                : access.courtesy(() -> VariableRows.of(access).rows()).orElse(Map.of());
        return ComponentParameters.of(declared, given.get(), rows);
    }

    /** Warnings of settings that do not take effect, since the package is skipped; none if the environment has them already. */
    List<Finding> skipped(OperationContext access) throws WebApiException {
        if (given.filter(settings -> !settings.isEmpty()).isEmpty()) {
            return List.of();
        }
        // Values that can't be read count as different.
        Map<ComponentKey, String> values =
                access.courtesy(() -> VariableRows.of(access).values()).orElse(Map.of());
        Map<ComponentKey, String> connections =
                access.courtesy(() -> ConnectionRows.bound(access)).orElse(Map.of());
        List<ComponentKey> differing = new ArrayList<>();
        given.get().variables().forEach(setting -> declared.variable(setting.schemaName())
                .filter(variable ->
                        !SettingValue.normal(variable, setting.value()).equals(values.get(variable.key())))
                .ifPresent(variable -> differing.add(variable.key())));
        given.get().connections().forEach(setting -> declared.reference(setting.logicalName())
                .filter(reference -> !setting.connectionId().equalsIgnoreCase(connections.get(reference.key())))
                .ifPresent(reference -> differing.add(reference.key())));
        return SettingsCheck.skipped(differing).stream().toList();
    }

    private List<Finding> errors(Present present) {
        return SettingsCheck.of(declared, given, present).errors();
    }

    private Present all() {
        return new Present(
                declared.variables().stream().map(EnvironmentVariable::key).collect(Collectors.toSet()),
                declared.references().stream().map(ConnectionReference::key).collect(Collectors.toSet()));
    }

    private static void refuse(List<Finding> errors) throws RefusalException {
        if (!errors.isEmpty()) {
            throw new RefusalException(errors, List.of());
        }
    }

    private static Map<ComponentKey, String> values(OperationContext access) throws WebApiException {
        return orNothing(() -> VariableRows.of(access).values());
    }

    private static Map<ComponentKey, String> connections(OperationContext access) throws WebApiException {
        return orNothing(() -> ConnectionRows.bound(access));
    }

    /** A call that reads a table. */
    private interface Reading {
        Map<ComponentKey, String> read() throws WebApiException;
    }

    /** The content of a table; empty if it does not exist or may not be read: then all settings have to be given. */
    private static Map<ComponentKey, String> orNothing(Reading table) throws WebApiException {
        try {
            return table.read();
        } catch (WebApiException e) {
            if (e.kind() == Kind.FORBIDDEN || e.kind() == Kind.NOT_FOUND) {
                return Map.of();
            }
            throw e;
        }
    }
}
