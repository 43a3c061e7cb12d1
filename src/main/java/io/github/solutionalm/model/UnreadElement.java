package io.github.solutionalm.model;

import java.util.Optional;

/**
 * An element of a package that holds something and belongs to no component, so that an import leaves it out.
 *
 * @param path element names below the root of {@code customizations.xml}
 * @param component the component that it is in, if any
 */
public record UnreadElement(String path, Optional<ComponentKey> component) {}
