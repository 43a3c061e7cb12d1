package io.github.solutionalm.merge;

/** What a layer means by an element. */
enum Stance {
    /** That it is like this: in a full definition, and in what a difference adds. */
    STATES,
    /** That some of it is like this: what has no attribute stays as it is. */
    CHANGES,
    /** Only that it leads to something else. */
    LEADS_ON;

    /** What it means by a child. What is said in a change without any mark is part of the change. */
    Stance of(Node child) {
        if (child.mark == Mark.SAME) {
            return LEADS_ON;
        }
        if (child.mark == Mark.MOVED) {
            return CHANGES;
        }
        if (child.mark == Mark.ADDED || this == STATES) {
            return STATES;
        }
        if (child.mark == Mark.MODIFIED) {
            return CHANGES;
        }
        return child.marked || this == LEADS_ON ? LEADS_ON : STATES;
    }
}
