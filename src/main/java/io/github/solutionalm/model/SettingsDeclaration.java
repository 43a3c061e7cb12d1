package io.github.solutionalm.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** A declaration without empty values. */
    public SettingsDeclaration(List<EnvironmentVariable> variables, List<ConnectionReference> references) {
        this(variables, references, List.of());
    }

    public boolean isEmpty() {
        return variables.isEmpty() && references.isEmpty();
    }

    /** The variable of a schema name, in any case. */
    public Optional<EnvironmentVariable> variable(String schemaName) {
        return find(
                variables,
                EnvironmentVariable::key,
                new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, schemaName));
    }

    /** The connection reference of a logical name, in any case. */
    public Optional<ConnectionReference> reference(String logicalName) {
        return find(
                references,
                ConnectionReference::key,
                new ComponentKey(ComponentType.CONNECTION_REFERENCE, logicalName));
    }

    /** The first with a key, of a list that is sorted by it: settings and declarations may both be many. */
    private static <T> Optional<T> find(List<T> sorted, Function<T, ComponentKey> key, ComponentKey wanted) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (key.apply(sorted.get(middle)).compareTo(wanted) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < sorted.size() && key.apply(sorted.get(from)).equals(wanted)
                ? Optional.of(sorted.get(from))
                : Optional.empty();
    }
}
