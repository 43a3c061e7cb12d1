package io.github.solutionalm.merge;

/**
 * A part of a form about which two layers disagree (docs/concepts.md, "What shows of a stack").
 *
 * @param reason why it does not merge
 * @param element the part's element name, such as {@code cell}
 * @param id its id, in lower case and without braces
 * @param below owner of the lower layer; empty where the definition that is missing was never known
 * @param above owner of the upper layer
 */
public record Conflict(Reason reason, String element, String id, String below, String above) {

    /** Why a part does not merge. */
    public enum Reason {
        /** Both layers add the part, in different places: the Conflicts Tab shows it. */
        PLACED_TWICE,
        /** What the part was added to is no longer there: the Conflicts Tab shows it. */
        PARENT_GONE,
        /** What the upper layer changes is no longer there: the change is without effect. */
        TARGET_GONE,
        /** Both layers add a part at this ordinal: the parts are in install order. */
        SAME_ORDINAL
    }

    @Override
    public String toString() {
        return reason + " " + element + " " + id + ": " + below + " / " + above;
    }
}
