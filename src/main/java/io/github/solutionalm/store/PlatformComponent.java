package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import java.util.Optional;

/**
 * A component that the platform itself brings: it exists in the System layer without ever being imported.
 *
 * @param key the component
 * @param name display name; may be empty
 * @param parent what it is a part of
 */
public record PlatformComponent(ComponentKey key, String name, Optional<ComponentKey> parent) {}
