package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the path of a file from what an element says: {@code Roles/{@name}.xml}. {@code {@name}} is an attribute, {@code
 * {Name}} the text of a child; of alternatives separated by {@code |} the first that is there counts.
 */
record NameTemplate(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** The path, or nothing where the element does not say what it takes. */
    Optional<String> of(Element element) {
        Matcher places = PLACE.matcher(text);
        StringBuilder path = new StringBuilder();
        while (places.find()) {
            Optional<String> value = Stream.of(places.group(1).split("\\|"))
                    .map(place -> value(place, element))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            places.appendReplacement(path, Matcher.quoteReplacement(value.get()));
        }
        places.appendTail(path);
        return Optional.of(withoutSlash(path.toString()));
    }

    private static Optional<String> value(String place, Element element) {
        Optional<String> value = place.startsWith("@")
                ? element.attribute(place.substring(1))
                : element.child(place).map(Element::text);
        return value.map(NameTemplate::withoutSlash).filter(text -> !text.isBlank());
    }

    /** Files of a package are named with a slash in front. */
    static String withoutSlash(String path) {
        String stripped = path.strip();
        return stripped.startsWith("/") ? stripped.substring(1) : stripped;
    }
}
