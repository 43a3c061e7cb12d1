package io.github.solutionalm.mojo.environment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-in settings, with the same names in {@code <environment>}, as properties, and in the {@code <configuration>}
 * of a server. Contains no secrets.
 *
 * @param values by name; blank ones count as absent
 */
public record SignInParameters(Map<String, String> values) {

    public static final String SERVER = "serverId";
    public static final String AUTHENTICATION = "authentication";
    public static final String TENANT = "tenantId";
    public static final String CLIENT = "clientId";
    static final String CERTIFICATE = "certificate";
    static final String TOKEN_VARIABLE = "tokenVariable";
    static final String SERVICE_CONNECTION = "serviceConnectionId";

    static final List<String> NAMES =
            List.of(SERVER, AUTHENTICATION, TENANT, CLIENT, CERTIFICATE, TOKEN_VARIABLE, SERVICE_CONNECTION);
    static final SignInParameters NONE = new SignInParameters(Map.of());

    public SignInParameters {
        Map<String, String> filled = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = values.get(name);
            if (value != null && !value.isBlank()) {
                filled.put(name, value.strip());
            }
        }
        values = Collections.unmodifiableMap(filled);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These settings, completed by others where absent. */
    SignInParameters or(SignInParameters others) {
        Map<String, String> all = new LinkedHashMap<>(others.values);
        all.putAll(values);
        return new SignInParameters(all);
    }
}
