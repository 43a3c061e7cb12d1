package io.github.solutionalm.mojo;

import io.github.solutionalm.mojo.environment.EnvironmentParameter;
import java.util.HashMap;
import java.util.Map;

/** Fills beans of the configuration as Maven does. */
public final class Parameters {

    private Parameters() {}

    public static EnvironmentParameter environment(Map<String, Object> said) {
        EnvironmentParameter environment = new EnvironmentParameter();
        said.forEach((name, value) -> {
            try {
                var field = EnvironmentParameter.class.getDeclaredField(name);
                field.setAccessible(true);
                field.set(environment, value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(name, e);
            }
        });
        return environment;
    }

    public static EnvironmentParameter environment(Map<String, Object> said, String url) {
        Map<String, Object> all = new HashMap<>(said);
        all.put("url", url);
        return environment(all);
    }
}
