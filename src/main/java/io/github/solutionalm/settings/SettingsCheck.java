package io.github.solutionalm.settings;

import static java.util.function.Predicate.not;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.DeploymentSettings.Connection;
import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.ManyFindings;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SettingsDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds deployment settings against what a package declares, before anything of it is written or uploaded. All findings
 * come at once.
 *
 * <p>What is missing is an error when settings were given, since then somebody meant to give them all. Without any it is a
 * warning: a rehearsal needs no connections, and on the platform the import succeeds and the flows stay off
 * (docs/platform-facts.md, "Workflows, steps and flows").
 */
public final class SettingsCheck {

    private static final int NAMED = 10;
    private static final String WAYS =
            " in the deployment settings file (deploymentSettingsFile), or in <%s> of the <environment>";

    private final SettingsDeclaration declared;
    private final Optional<DeploymentSettings> settings;
    private final Present present;
    /** What there are settings for. */
    private final Set<ComponentKey> given = new HashSet<>();

    private final ManyFindings errors = new ManyFindings();
    private final List<Finding> warnings = new ArrayList<>();

    /**
     * What the environment has already.
     *
     * @param values definitions of environment variables that have a value there
     * @param connections connection references that have a connection there
     */
    public record Present(Set<ComponentKey> values, Set<ComponentKey> connections) {

        /** No settings. */
        public static final Present NONE = new Present(Set.of(), Set.of());
    }

    private SettingsCheck(SettingsDeclaration declared, Optional<DeploymentSettings> settings, Present present) {
        this.declared = declared;
        this.settings = settings;
        this.present = present;
    }

    /**
     * Compares deployment settings with what packages declare.
     *
     * @param settings what is given, or empty when nobody gave any
     */
    public static SettingsCheck of(
            SettingsDeclaration declared, Optional<DeploymentSettings> settings, Present present) {
        SettingsCheck check = new SettingsCheck(declared, settings, present);
        settings.ifPresent(given -> {
            given.variables()
                    .forEach(each -> check.given.add(
                            new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, each.schemaName())));
            given.connections()
                    .forEach(each ->
                            check.given.add(new ComponentKey(ComponentType.CONNECTION_REFERENCE, each.logicalName())));
            given.variables().forEach(check::variable);
            given.connections().forEach(check::connection);
        });
        check.missing();
        return check;
    }

    /** What is said of settings that do not take effect, since the package is skipped; nothing when there are none. */
    public static Optional<Finding> skipped(List<ComponentKey> differing) {
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of(PlatformCode.IMPORT_ERROR.finding("The package is skipped, so these deployment settings"
                        + " have no effect: "
                        + differing.stream().map(ComponentKey::key).collect(Collectors.joining(", "))
                        + ". Set sameVersion to 'import' to apply them without a new version."));
    }

    /** Why the package can't be imported with these settings; empty when it can. */
    public List<Finding> errors() {
        return errors.toList();
    }

    /** What the user should know. */
    public List<Finding> warnings() {
        return List.copyOf(warnings);
    }

    private void variable(Variable given) {
        Optional<EnvironmentVariable> variable = declared.variable(given.schemaName());
        if (variable.isEmpty()) {
            unknown(
                    "environment variable " + given.schemaName(),
                    declared.variables(),
                    EnvironmentVariable::schemaName);
        } else {
            SettingValue.problem(variable.get(), given.value())
                    .ifPresent(problem -> error(
                            "The value of the environment variable "
                                    + variable.get().schemaName() + source() + " " + problem,
                            variable.get().key()));
        }
    }

    private void connection(Connection given) {
        Optional<ConnectionReference> reference = declared.reference(given.logicalName());
        if (reference.isEmpty()) {
            unknown(
                    "connection reference " + given.logicalName(),
                    declared.references(),
                    ConnectionReference::logicalName);
            return;
        }
        ComponentKey key = reference.get().key();
        String subject =
                "The connection of the connection reference " + reference.get().logicalName() + source();
        if (SettingValue.isPlaceholder(given.connectionId())) {
            error(
                    subject + " is " + given.connectionId() + ", which looks like an unresolved placeholder."
                            + " Replace it with the id of a connection.",
                    key);
        }
        String needed = reference.get().connectorId();
        boolean comparable = !needed.isEmpty()
                && !given.connectorId().isEmpty()
                && !reference.get().custom();
        if (comparable && !needed.equalsIgnoreCase(given.connectorId())) {
            error(
                    subject + " has the connector " + given.connectorId() + ", but the package needs " + needed
                            + ". Give a connection of that connector, and its id as ConnectorId.",
                    key);
        }
    }

    private <T> void unknown(String what, List<T> known, Function<T, String> name) {
        error("The " + what + source() + " is not in the package"
                + (known.isEmpty()
                        ? ", which has none"
                        : "; it has " + known.stream().limit(NAMED).map(name).collect(Collectors.joining(", "))
                                + (known.size() > NAMED ? " and " + (known.size() - NAMED) + " more" : ""))
                + ". Correct or remove the name.");
    }

    private void missing() {
        List<EnvironmentVariable> values = declared.variables().stream()
                .filter(variable -> variable.required() && variable.value().isEmpty())
                .filter(variable -> variable.defaultValue().isEmpty())
                .filter(variable -> !present.values().contains(variable.key()))
                .filter(not(this::isSet))
                .toList();
        List<ConnectionReference> references = declared.references().stream()
                .filter(reference -> !present.connections().contains(reference.key()))
                .filter(not(this::isSet))
                .toList();
        if (settings.isPresent()) {
            values.forEach(variable -> error(
                    "The environment variable " + variable.schemaName()
                            + " of the package must have a value, and has none" + source() + ". Give it one"
                            + ways("environmentVariables"),
                    variable.key()));
            references.forEach(reference -> error(
                    "The connection reference " + reference.logicalName() + " of the package ("
                            + reference.connectorId() + ") has no connection" + source() + ". Give the id of one"
                            + ways("connectionReferences"),
                    reference.key()));
            return;
        }
        if (!values.isEmpty()) {
            warn("Environment variables of the package that must have a value have none: "
                    + values.stream().map(EnvironmentVariable::schemaName).collect(Collectors.joining(", "))
                    + ". Give them one" + ways("environmentVariables"));
        }
        if (!references.isEmpty()) {
            warn("Connection references of the package have no connection: "
                    + references.stream().map(ConnectionReference::logicalName).collect(Collectors.joining(", "))
                    + ". Flows that need them stay off. Give their connection ids" + ways("connectionReferences"));
        }
    }

    private boolean isSet(EnvironmentVariable variable) {
        return given.contains(variable.key());
    }

    private boolean isSet(ConnectionReference reference) {
        return given.contains(reference.key());
    }

    private static String ways(String element) {
        return WAYS.replace("%s", element) + ". solution:settings writes a file to fill in.";
    }

    private String source() {
        return settings.map(given -> " in " + given.source()).orElse("");
    }

    private void error(String message) {
        errors.add(() -> PlatformCode.IMPORT_ERROR.finding(message).of("settings"));
    }

    private void error(String message, ComponentKey component) {
        errors.add(() -> PlatformCode.IMPORT_ERROR.finding(message, component).of("settings"));
    }

    private void warn(String message) {
        warnings.add(PlatformCode.IMPORT_ERROR.finding(message));
    }
}
