package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The relationships of a tree: {@code Other/Relationships/} has a file for each table, {@code Other/Relationships.xml} lists
 * all and gives the order.
 */
final class RelationshipFiles {

    static final String INDEX = "Other/Relationships.xml";
    static final String NAME = "Name";

    private final SourceFiles sources;
    private final Problems problems;

    RelationshipFiles(SourceFiles sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /** All relationships, in the order of the list. */
    List<Element> of(LayoutRow row, List<String> paths) throws IOException {
        Map<String, Element> defined = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (String path : paths) {
            for (Element item : sources.items(row, path)) {
                defined.put(key(item), item);
                places.put(key(item), Problems.at(path, item.line()));
            }
        }
        Optional<String> index = sources.files().find(INDEX);
        if (index.isEmpty()) {
            return byName(defined);
        }
        List<Element> ordered = new ArrayList<>();
        for (Element listed :
                sources.files().document(index.get()).map(Element::elements).orElse(List.of())) {
            Optional<Element> found = Optional.ofNullable(defined.remove(key(listed)));
            found.ifPresent(ordered::add);
            if (found.isEmpty()) {
                problems.error(
                        Problems.at(index.get(), listed.line()),
                        "The relationship " + name(listed)
                                + " is listed, but no file in Other/Relationships defines it. Add"
                                + " its definition, or remove the line.");
            }
        }
        defined.forEach((key, item) -> problems.error(
                places.get(key),
                "The relationship " + name(item) + " is defined, but not listed in " + index.get() + ". Add the line"
                        + " <EntityRelationship Name=\"" + name(item) + "\" /> there, or remove the definition."));
        return ordered;
    }

    private static List<Element> byName(Map<String, Element> defined) {
        List<Element> all = new ArrayList<>(defined.values());
        all.sort((a, b) -> TreeOrder.NAMES.compare(name(a), name(b)));
        return all;
    }

    private static String name(Element relationship) {
        return relationship.attribute(NAME).orElse("");
    }

    private static String key(Element relationship) {
        return name(relationship).toLowerCase(Locale.ROOT);
    }
}
