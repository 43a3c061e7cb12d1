package io.github.solutionalm.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a package leaves to the environment that it is imported into.
 *
 * @param variables its environment variables, by schema name
 * @param references its connection references, by logical name
 * @param emptyValues schema names of environment variables for which it brings a value that is empty
 */
public record SettingsDeclaration(
        List<EnvironmentVariable> variables, List<ConnectionReference> references, List<String> emptyValues) {

    /** Leaves nothing. */
    public static final SettingsDeclaration NONE = new SettingsDeclaration(List.of(), List.of());

    public SettingsDeclaration {
        variables = variables.stream()
                .sorted(Comparator.comparing(EnvironmentVariable::key))
                .toList();
        references = references.stream()
                .sorted(Comparator.comparing(ConnectionReference::key))
                .toList();
        emptyValues = emptyValues.stream().sorted().toList();
    }

    /** One without empty values. */
    public SettingsDeclaration(List<EnvironmentVariable> variables, List<ConnectionReference> references) {
        this(variables, references, List.of());
    }

    public boolean isEmpty() {
        return variables.isEmpty() && references.isEmpty();
    }

    /** The variable of a schema name, in any case. */
    public Optional<EnvironmentVariable> variable(String schemaName) {
        return variables.stream()
                .filter(variable -> variable.schemaName().equalsIgnoreCase(schemaName))
                .findFirst();
    }

    /** The connection reference of a logical name, in any case. */
    public Optional<ConnectionReference> reference(String logicalName) {
        return references.stream()
                .filter(reference -> reference.logicalName().equalsIgnoreCase(logicalName))
                .findFirst();
    }
}
