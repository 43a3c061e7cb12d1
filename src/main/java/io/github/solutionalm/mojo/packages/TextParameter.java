package io.github.solutionalm.mojo.packages;

/**
 * An element of the configuration that must not be empty. Not a plain string, because Maven drops a string that is empty or
 * refers to an unset property, and what it was to say would silently not be said: a pin would check nothing, a version would be
 * another one. A bean stays and is empty.
 */
public final class TextParameter {

    private String text = "";

    /** A text that is empty until Maven sets it. */
    public TextParameter() {}

    /** A text that is set. */
    TextParameter(String text) {
        set(text);
    }

    /**
     * The element's text.
     *
     * @param said text of the POM, with properties resolved
     */
    public void set(String said) {
        text = said.strip();
    }

    String text() {
        return text;
    }
}
