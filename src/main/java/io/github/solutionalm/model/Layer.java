package io.github.solutionalm.model;

import java.util.Optional;

/**
 * One layer of a component's stack. From bottom to top: {@code System}, managed solutions in install order, {@code Active}.
 *
 * <p>Of the platform's own layer the content is never known. It is the bottom, and counts as saying nothing: what lies over it
 * is compared and merged as if it were the lowest. Of any other layer unknown content counts as something.
 *
 * @param owner unique name of the managed solution, or {@link #SYSTEM}, or {@link #ACTIVE}
 * @param publisher unique name of the owner's publisher; empty for System and Active
 * @param content what it says; unknown for System
 * @param label what the layer says of the component besides its definition
 * @param origin how the definition came
 */
public record Layer(String owner, String publisher, Content content, Label label, Origin origin) {

    /** Owner of what the platform itself brings. */
    public static final String SYSTEM = "System";

    /** Owner of the one unmanaged layer. */
    public static final String ACTIVE = "Active";

    /** A layer that says nothing besides its definition, which is as the package brought it. */
    public Layer(String owner, String publisher, Content content) {
        this(owner, publisher, content, Label.NONE, Origin.PACKAGE);
    }

    /**
     * What a layer says of the component besides its definition; of a stack the top layer's shows.
     *
     * @param name display name; may be empty
     * @param parent what the component is a part of
     * @param state whether it is on, for what can be on or off
     */
    public record Label(String name, Optional<ComponentKey> parent, Optional<ActivationState> state) {

        /** Says nothing. */
        public static final Label NONE = new Label("", Optional.empty(), Optional.empty());
    }

    /**
     * How a layer's definition came.
     *
     * @param packaged the definition as the package brought it, where the layer keeps more than that
     * @param basis content of what showed of the layers below when an unmanaged definition came, where anything did
     * @param first whether an unmanaged layer was there before any other: then the component is the user's own
     */
    public record Origin(Optional<ContentHash> packaged, Optional<ContentHash> basis, boolean first) {

        /** As a package brings a definition. */
        public static final Origin PACKAGE = new Origin(Optional.empty(), Optional.empty(), false);
    }

    /** The content as the package brought it. */
    public Content packaged() {
        return origin.packaged().map(Content::of).orElse(content);
    }

    /** Whether the layer's content is unknown; false for System. */
    public boolean isUnseen() {
        return content.isUnknown() && !owner.equals(SYSTEM);
    }

    /** Whether it says something, known or not, that covers or joins what lies below. */
    public boolean isDefined() {
        return content.isKnown() || isUnseen();
    }

    public boolean isManaged() {
        return !owner.equals(SYSTEM) && !owner.equals(ACTIVE);
    }

    /** Whether it is the unmanaged one. */
    public boolean isActive() {
        return owner.equals(ACTIVE);
    }
}
