package io.github.solutionalm.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The publisher of a solution, the owner of its components (docs/platform-facts.md, "Publisher and prefix" and "Owners,
 * dependencies and uninstall").
 *
 * @param uniqueName its identity; a solution's publisher never changes
 * @param displayName in the package's base language
 * @param description in the package's base language
 * @param email may be empty
 * @param website may be empty
 * @param customizationPrefix prefix of the schema names of its components, without the underscore
 * @param optionValuePrefix first five digits of the option values it makes, if the manifest says
 * @param addresses each as the manifest's fields by name ({@code City}, {@code Line1}, …), without the empty ones
 */
public record Publisher(
        String uniqueName,
        String displayName,
        String description,
        String email,
        String website,
        String customizationPrefix,
        Optional<Integer> optionValuePrefix,
        List<Map<String, String>> addresses) {

    public Publisher {
        addresses = List.copyOf(addresses);
    }

    /** A field of the first address that has it, else empty. */
    public String address(String field) {
        return addresses.stream()
                .map(address -> address.getOrDefault(field, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
