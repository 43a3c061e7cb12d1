package io.github.solutionalm.details;

import java.util.List;

/**
 * A part of a definition that has a name, such as a column's length or a control of a form.
 *
 * @param name what tells it from the others beside it, in the words of the component: {@code option 3}
 * @param value what it says; empty where only its parts do
 * @param parts what is in it
 */
record Part(String name, String value, List<Part> parts) {

    Part {
        parts = List.copyOf(parts);
    }

    /** A part with nothing in it. */
    static Part of(String name, String value) {
        return new Part(name, value, List.of());
    }

    /** What a reader recognises it by where it comes or goes as a whole. */
    String summary() {
        if (!value.isEmpty()) {
            return value;
        }
        return parts.stream()
                .filter(part -> part.name.startsWith("label ") && !part.value.isEmpty())
                .findFirst()
                .or(() -> parts.stream().filter(part -> !part.value.isEmpty()).findFirst())
                .map(Part::value)
                .orElse(name.substring(name.indexOf(' ') + 1));
    }
}
