package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parsed key template of the {@link ComponentCatalogue}. */
final class KeyTemplate {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}|([^{]+)");
    private static final String PARENT = "^";

    private final List<List<Part>> alternatives;

    private record Part(String text, boolean isPlace) {}

    KeyTemplate(String template) {
        alternatives = template.isEmpty()
                ? List.of()
                : List.of(template.split("\\|")).stream()
                        .map(KeyTemplate::parts)
                        .toList();
    }

    private static List<Part> parts(String alternative) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(alternative);
        while (matcher.find()) {
            boolean place = matcher.group(1) != null;
            parts.add(new Part(place ? matcher.group(1) : matcher.group(2), place));
        }
        return parts;
    }

    /** Whether the key of the enclosing component is part of it. */
    boolean needsParent() {
        return places().contains(PARENT);
    }

    /** The paths whose values it is made of. */
    List<String> captures() {
        return places().stream().filter(place -> !place.equals(PARENT)).toList();
    }

    private List<String> places() {
        return alternatives.stream()
                .flatMap(List::stream)
                .filter(Part::isPlace)
                .map(Part::text)
                .toList();
    }

    /** The first alternative of which every part has a value. */
    Optional<String> resolve(Function<String, String> captured, Optional<String> parent) {
        for (List<Part> alternative : alternatives) {
            StringBuilder key = new StringBuilder();
            boolean complete = true;
            for (Part part : alternative) {
                String value = !part.isPlace()
                        ? part.text()
                        : part.text().equals(PARENT) ? parent.orElse(null) : captured.apply(part.text());
                complete &= value != null && !value.isBlank();
                // A GUID has no braces, wherever in a key it stands.
                key.append(value == null ? "" : part.isPlace() ? ComponentKey.normalize(value) : value);
            }
            if (complete) {
                return Optional.of(key.toString());
            }
        }
        return Optional.empty();
    }
}
