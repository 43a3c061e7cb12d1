package io.github.solutionalm.model;

import java.util.List;

/**
 * One text in several languages, as solution packages carry names and descriptions.
 *
 * @param labels the texts in the package's order, possibly none
 */
public record LocalizedText(List<Label> labels) {

    /** No text in any language. */
    public static final LocalizedText NONE = new LocalizedText(List.of());

    public LocalizedText {
        labels = List.copyOf(labels);
    }

    /**
     * One language's text.
     *
     * @param languageCode LCID, such as 1033
     * @param text may be empty, never null
     */
    public record Label(int languageCode, String text) {}

    /** The text in the given language, else the first one that is there, else empty. */
    public String in(int languageCode) {
        for (Label label : labels) {
            if (label.languageCode() == languageCode) {
                return label.text();
            }
        }
        return labels.isEmpty() ? "" : labels.get(0).text();
    }
}
