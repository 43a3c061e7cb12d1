package io.github.solutionalm.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * An environment variable as a package defines it.
 *
 * @param schemaName as the package writes it, such as {@code contoso_OrderServiceUrl}; known in any case
 * @param displayName for people; may be empty
 * @param type what its values are
 * @param required whether it must have a value
 * @param defaultValue what holds where no value is given
 * @param value the value that the package brings along
 */
public record EnvironmentVariable(
        String schemaName,
        String displayName,
        Type type,
        boolean required,
        Optional<String> defaultValue,
        Optional<String> value) {

    /** What the values of a variable are (docs/platform-facts.md, "Environment variables and connection references"). */
    public enum Type {
        STRING("100000000"),
        NUMBER("100000001"),
        /** {@code yes} or {@code no}. */
        BOOLEAN("100000002"),
        JSON("100000003"),
        DATA_SOURCE("100000004"),
        /** Not the secret itself, but where it is in Azure Key Vault. */
        SECRET("100000005");

        private final String number;

        Type(String number) {
            this.number = number;
        }

        /** The type of the platform's number; of an unknown or absent one {@link #STRING}, which takes any text. */
        public static Type of(String number) {
            return Arrays.stream(values())
                    .filter(type -> type.number.equals(number.strip()))
                    .findFirst()
                    .orElse(STRING);
        }
    }

    /** The definition as a component. */
    public ComponentKey key() {
        return new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, schemaName);
    }

    /** The same variable with the value that the package brings along. */
    public EnvironmentVariable withValue(String brought) {
        return new EnvironmentVariable(schemaName, displayName, type, required, defaultValue, Optional.of(brought));
    }
}
