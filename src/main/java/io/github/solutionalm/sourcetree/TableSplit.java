package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes forms, views, charts and the ribbon out of a table, each into a file of its own. */
final class TableSplit {

    private final TreeDraft draft;
    private final String folder;
    private final boolean managedTwins;

    /**
     * @param folder of the table, such as {@code Entities/Account}
     * @param managedTwins whether only the files that a managed package takes are written
     */
    TableSplit(TreeDraft draft, String folder, boolean managedTwins) {
        this.draft = draft;
        this.folder = folder;
        this.managedTwins = managedTwins;
    }

    /** An item, and the path of its file. */
    private record Placed(String path, Element file) {}

    /** What is left of the table. */
    Element of(Element table) throws IOException {
        Element rest = table;
        for (LayoutRow part : Layout.PARTS_OF_TABLE) {
            Optional<Element> place = rest.child(part.section());
            if (place.isEmpty() || managedTwins && !part.is(LayoutRow.Trait.TWINS)) {
                continue;
            }
            Optional<List<Placed>> placed = placed(part, place.get());
            if (placed.isPresent() && !placed.get().isEmpty()) {
                for (Placed item : placed.get()) {
                    draft.document(item.path(), SchemaInstance.with(item.file()));
                }
                rest = rest.replacing(place.get(), Element.placeholder(part.section()));
            }
        }
        return rest;
    }

    /** All items with their paths; nothing if one has no path, or there is more than items: then all stay where they are. */
    private Optional<List<Placed>> placed(LayoutRow part, Element place) {
        if (part.isWhole()) {
            String path = folder + "/" + part.file().text();
            return place.isEmpty() ? Optional.of(List.of()) : Optional.of(List.of(new Placed(path, place)));
        }
        List<Placed> placed = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        List<Element> groups = part.groups().isEmpty() ? List.of(place) : place.elements();
        if (!place.hasElementsOnly() || !place.attributes().isEmpty()) {
            return Optional.empty();
        }
        for (Element group : groups) {
            for (XmlNode child : group.children()) {
                Optional<Placed> item =
                        child instanceof Element element ? placed(part, group, element) : Optional.empty();
                if (item.isEmpty() || !paths.add(item.get().path().toLowerCase(Locale.ROOT))) {
                    return Optional.empty();
                }
                placed.add(item.get());
            }
        }
        return Optional.of(placed);
    }

    private Optional<Placed> placed(LayoutRow part, Element group, Element item) {
        boolean known =
                part.groups().isEmpty() || group.name().equals(part.groups().get(0));
        boolean form = group.name().equals(Layout.FORMS);
        int attributes = form && group.attribute(Layout.FORM_TYPE).isPresent() ? 1 : 0;
        boolean plain = part.groups().isEmpty() || group.attributes().size() == attributes;
        if (!known || !plain || !item.name().equals(part.item())) {
            return Optional.empty();
        }
        Element named = form ? withType(item, group.attribute(Layout.FORM_TYPE).orElse("")) : item;
        Element file = part.groups().isEmpty() ? item : new Element(group.name(), List.of(), List.of(item), true, 0);
        return part.path(named, managedTwins).map(path -> new Placed(folder + "/" + path, file));
    }

    /** The template of the path takes the type from the item. */
    private static Element withType(Element form, String type) {
        List<XmlNode> children = new ArrayList<>(form.children());
        children.add(0, new Element(Layout.FORM_TYPE, List.of(), List.of(new XmlNode.Text(type, false)), true, 0));
        return form.with(children);
    }
}
