package io.github.solutionalm.mojo.packages;

/**
 * A {@code <sha256>} of the configuration. Not a plain string, because Maven drops a string that is empty or refers
 * to an unset property, and the pin would silently check nothing. A bean stays and is empty.
 */
public final class PinParameter {

    private String digits = "";

    /** A pin that is empty until Maven sets it. */
    public PinParameter() {}

    /**
     * The element's text.
     *
     * @param text text of the POM, with properties resolved
     */
    public void set(String text) {
        digits = text.strip();
    }

    String digits() {
        return digits;
    }
}
