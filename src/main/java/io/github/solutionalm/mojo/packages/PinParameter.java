package io.github.solutionalm.mojo.packages;

/**
 * A {@code <sha256>} of the configuration. Not a plain text, since Maven leaves out a text that is empty or that names a
 * property nobody set: the pin would then check nothing without a word. An element of its own stays, and is empty.
 */
public final class PinParameter {

    private String digits = "";

    /** A pin that is empty until Maven sets it. */
    public PinParameter() {}

    /**
     * The element's text.
     *
     * @param text what the POM says, with its properties put in
     */
    public void set(String text) {
        digits = text.strip();
    }

    String digits() {
        return digits;
    }
}
