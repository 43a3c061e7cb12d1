package io.github.solutionalm;

import io.github.solutionalm.model.ComponentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Settings for imported packages: values of environment variables and connections of connection references. Entries
 * without a value are omitted.
 *
 * @param source where it comes from, for messages: a file, the POM
 * @param variables values, one for each schema name
 * @param connections connections, one for each logical name
 */
public record DeploymentSettings(String source, List<Variable> variables, List<Connection> connections) {

    public DeploymentSettings {
        variables = List.copyOf(variables);
        connections = List.copyOf(connections);
    }

    /**
     * The value of an environment variable.
     *
     * @param schemaName name of the variable, in any case
     * @param value the value as text, whatever the variable's type; not empty
     */
    public record Variable(String schemaName, String value) {

        /** Does not show the value, which may be a secret. */
        @Override
        public String toString() {
            return schemaName + "=…";
        }
    }

    /**
     * The connection of a connection reference.
     *
     * @param logicalName name of the reference, in any case
     * @param connectionId id of a connection of the environment; not empty
     * @param connectorId connector of that connection; empty when it is not said
     */
    public record Connection(String logicalName, String connectionId, String connectorId) {}

    /** These settings with other ones over them, name by name. */
    public DeploymentSettings overriddenBy(DeploymentSettings stronger) {
        return new DeploymentSettings(
                source + " and " + stronger.source,
                over(variables, stronger.variables, Variable::schemaName),
                over(connections, stronger.connections, Connection::logicalName));
    }

    private static <T> List<T> over(List<T> weaker, List<T> stronger, Function<T, String> name) {
        Set<String> names = stronger.stream()
                .map(name.andThen(ComponentKey::normalize))
                .collect(Collectors.toCollection(TreeSet::new));
        List<T> all = new ArrayList<>(weaker);
        all.removeIf(entry -> names.contains(ComponentKey.normalize(name.apply(entry))));
        all.addAll(stronger);
        return all;
    }

    /** The part whose names the predicates take. */
    public DeploymentSettings only(Predicate<String> schemaNames, Predicate<String> logicalNames) {
        return new DeploymentSettings(
                source,
                variables.stream()
                        .filter(variable -> schemaNames.test(variable.schemaName()))
                        .toList(),
                connections.stream()
                        .filter(connection -> logicalNames.test(connection.logicalName()))
                        .toList());
    }

    /** Whether nothing is set. */
    public boolean isEmpty() {
        return variables.isEmpty() && connections.isEmpty();
    }
}
