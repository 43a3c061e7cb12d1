package io.github.solutionalm.model;

import java.util.Optional;

/**
 * One layer of a component's stack. From bottom to top: {@code System}, managed solutions in install order, {@code Active}.
 *
 * @param owner unique name of the managed solution, or {@link #SYSTEM}, or {@link #ACTIVE}
 * @param publisher unique name of the owner's publisher; empty for System and Active
 * @param hash hash of the definition; empty for System, whose definitions are not known
 */
public record Layer(String owner, String publisher, Optional<ContentHash> hash) {

    /** Owner of what the platform itself brings. */
    public static final String SYSTEM = "System";

    /** Owner of the one unmanaged layer. */
    public static final String ACTIVE = "Active";

    public boolean isManaged() {
        return !owner.equals(SYSTEM) && !owner.equals(ACTIVE);
    }
}
