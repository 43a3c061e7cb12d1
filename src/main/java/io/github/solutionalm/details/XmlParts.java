package io.github.solutionalm.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes parts of a definition's XML, in the words of its type. */
final class XmlParts {

    private static final String DESCRIPTION = "description";

    private final Words words;
    /** Parts that are shown as parts of the whole. */
    private final List<Part> lifted = new ArrayList<>();

    private final List<XmlElement> around = new ArrayList<>();

    private XmlParts(Words words) {
        this.words = words;
    }

    /** The parts of a definition. */
    static List<Part> of(XmlElement root, Words words) {
        XmlParts parts = new XmlParts(words);
        List<Part> all = new ArrayList<>(parts.inside(root, List.of()));
        all.addAll(parts.lifted);
        return all;
    }

    /** What is in an element, without that by which it is known already. */
    private List<Part> inside(XmlElement element, List<String> known) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            if (!words.isQuiet(attribute.getKey()) && !isIn(known, attribute.getKey())) {
                parts.add(Part.of(words.name(attribute.getKey()), attribute.getValue()));
            }
        }
        around.add(element);
        for (XmlElement child : element.children()) {
            if (!words.isQuiet(child.name()) && !(child.children().isEmpty() && isIn(known, child.name()))) {
                add(child, parts);
            }
        }
        around.remove(around.size() - 1);
        return parts;
    }

    private static boolean isIn(List<String> known, String name) {
        return known.stream().anyMatch(name::equalsIgnoreCase);
    }

    private void add(XmlElement element, List<Part> parts) {
        List<String> by = knownBy(element);
        Optional<String> place = words.place(element.name());
        if (place.isPresent()) {
            if (!by.isEmpty()) {
                lifted.add(new Part(named(element, by), place(place.get()), inside(element, by)));
            }
        } else if (words.isPlain(element.name()) || holdsOnlyOthers(element, by)) {
            parts.addAll(inside(element, by));
        } else {
            parts.add(part(element, by));
        }
    }

    /** Then these are clear without it. */
    private static boolean holdsOnlyOthers(XmlElement element, List<String> by) {
        return by.isEmpty()
                && element.attributes().isEmpty()
                && !element.children().isEmpty();
    }

    private Part part(XmlElement element, List<String> by) {
        boolean labelled = !by.isEmpty() && element.text().isEmpty();
        String value = labelled ? element.value(DESCRIPTION).orElse("") : element.text();
        List<String> known = new ArrayList<>(by);
        if (labelled) {
            known.add(DESCRIPTION);
        }
        return new Part(named(element, by), value, inside(element, known));
    }

    private String named(XmlElement element, List<String> by) {
        StringBuilder name = new StringBuilder(words.name(element.name()));
        by.forEach(each -> name.append(' ').append(element.value(each).orElse("")));
        return name.toString();
    }

    /** By which attributes or children the element is known; none if it is the only one of its name. */
    private List<String> knownBy(XmlElement element) {
        List<String> by = words.knownBy(element.name()).stream()
                .filter(each -> element.value(each).isPresent())
                .toList();
        return words.isKnownTogether(element.name()) || by.isEmpty() ? by : by.subList(0, 1);
    }

    /** The nearest element of that name around, as it is called for people. */
    private String place(String name) {
        for (int i = around.size() - 1; i >= 0; i--) {
            XmlElement each = around.get(i);
            if (each.is(name)) {
                return words.name(each.name()) + " "
                        + each.label().or(() -> each.value("name")).orElse("without a name");
            }
        }
        return "";
    }
}
