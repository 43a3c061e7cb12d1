package io.github.solutionalm.model;

/** What an import does to one component (docs/concepts.md, "What happens to one component"). */
public enum Change {
    /** No layer existed: the component is new. */
    ADD,
    /** The solution's layer is new or has another content. */
    CHANGE,
    /** The solution's layer has this content already. */
    UNCHANGED,
    /** The component is deleted, with its parts and its unmanaged customizations. */
    DELETE,
    /** The solution's layer is removed, and the next one shows; the console says "reverted to the layer below". */
    UNLAYER,
    /** No longer in the package, and stays, since an update deletes nothing. */
    KEEP;

    /** How it is said of a component: "is deleted". */
    public String word() {
        return switch (this) {
            case ADD -> "added";
            case CHANGE -> "changed";
            case UNCHANGED -> "unchanged";
            case DELETE -> "deleted";
            case UNLAYER -> "reverted to the layer below";
            case KEEP -> "kept";
        };
    }
}
