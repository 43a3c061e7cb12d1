package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Attribute;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists whose order says nothing, and that each export of an environment has in another order. In a tree they are sorted, or
 * as they were in the tree before; those of a package that a packer wrote stay as they are.
 */
final class UnorderedLists {

    private static final Set<String> LISTS = Set.of("RootComponents", "MissingDependencies", "AppModuleComponents");

    /** The type as text, then the name. */
    private static final Comparator<Element> ORDER = Comparator.comparing(UnorderedLists::sortText);

    private final boolean exported;
    private final Optional<TreeFiles> before;

    /**
     * @param exported whether an environment wrote the package
     * @param before the tree that is there
     */
    UnorderedLists(boolean exported, Optional<TreeFiles> before) {
        this.exported = exported;
        this.before = before;
    }

    /** The document of a path with its lists in their order. */
    Element inOrder(String path, Element document) throws IOException {
        if (!exported || !hasList(document)) {
            return document;
        }
        Optional<String> there = before.flatMap(files -> files.find(path));
        Optional<Element> old =
                there.isEmpty() ? Optional.empty() : before.get().document(there.get());
        return inOrder(document, old);
    }

    private static boolean hasList(Element element) {
        return LISTS.contains(element.name())
                || element.elements().stream().anyMatch(child -> !child.isEmpty() && hasList(child));
    }

    private static Element inOrder(Element element, Optional<Element> old) {
        if (LISTS.contains(element.name()) && element.hasElementsOnly()) {
            List<Element> items = new ArrayList<>(element.elements());
            items.sort(byPlace(old).thenComparing(ORDER));
            return element.with(items);
        }
        Element ordered = element;
        for (Element child : element.elements()) {
            if (hasList(child)) {
                ordered = ordered.replacing(child, inOrder(child, old.flatMap(o -> o.child(child.name()))));
            }
        }
        return ordered;
    }

    /** As they were, where that was an order of its own; what is new comes last. */
    private static Comparator<Element> byPlace(Optional<Element> old) {
        Map<String, Integer> places = new HashMap<>();
        List<Element> items = old.map(Element::elements).orElse(List.of());
        List<Element> sorted = new ArrayList<>(items);
        sorted.sort(ORDER);
        if (!sorted.equals(items)) {
            items.forEach(item -> places.putIfAbsent(sortText(item), places.size()));
        }
        return Comparator.comparing(item -> places.getOrDefault(sortText(item), places.size()));
    }

    private static String sortText(Element item) {
        StringBuilder text = new StringBuilder();
        text.append(item.attribute("type").orElse("")).append('\n');
        text.append(item.attribute("schemaName")
                .or(() -> item.attribute("id"))
                .orElse("")
                .toLowerCase(Locale.ROOT));
        for (Attribute attribute : item.attributes()) {
            text.append('\n').append(attribute.name()).append('=').append(attribute.value());
        }
        item.elements().forEach(child -> text.append('\n').append(sortText(child)));
        return text.toString();
    }
}
