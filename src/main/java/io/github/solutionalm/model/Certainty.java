package io.github.solutionalm.model;

import java.util.Set;

/** How far what a plan says of a component can be relied on. A gate takes what is not certain for what it looks for. */
public enum Certainty {
    /** It was seen, or follows from what was seen. */
    CERTAIN,
    /** Nobody looked, and it would be unusual if it were otherwise. */
    LIKELY,
    /** It can't be said from what was seen. */
    UNKNOWN;

    static Certainty of(Set<Doubt> doubts) {
        if (doubts.isEmpty()) {
            return CERTAIN;
        }
        return doubts.equals(Set.of(Doubt.MAY_EXIST)) ? LIKELY : UNKNOWN;
    }
}
