package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Attribute;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table made of the files in its folder: forms, views, charts and ribbon are put in their places in {@code Entity.xml}. */
final class TableAssembly {

    private final SourceFiles sources;

    TableAssembly(SourceFiles sources) {
        this.sources = sources;
    }

    /** The table, or nothing if its file can't be read. */
    Optional<Element> of(TreeSources.Table table, LayoutRow row) throws IOException {
        Optional<Element> entity = table.file().isEmpty()
                ? Optional.empty()
                : sources.items(row, table.file().get()).stream().findFirst();
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        Element complete = entity.get();
        for (LayoutRow part : Layout.PARTS_OF_TABLE) {
            List<String> paths = table.parts().getOrDefault(part, List.of());
            if (!paths.isEmpty()) {
                complete = put(complete, part, paths);
            }
        }
        return Optional.of(complete);
    }

    private Element put(Element table, LayoutRow part, List<String> paths) throws IOException {
        Optional<Element> place = table.child(part.section());
        Element whole = place.orElse(Element.placeholder(part.section()));
        for (Map.Entry<String, List<Element>> group : groups(part, paths).entrySet()) {
            whole = added(whole, part, group.getKey(), group.getValue());
        }
        if (place.isPresent()) {
            return table.replacing(place.get(), whole);
        }
        List<XmlNode> children = new ArrayList<>(table.children());
        children.add(whole);
        return table.with(children);
    }

    /** The items by the folders in which they lie, in the order in which the first of each comes. */
    private Map<String, List<Element>> groups(LayoutRow part, List<String> paths) throws IOException {
        Map<String, List<Element>> groups = new LinkedHashMap<>();
        for (String path : paths) {
            groups.computeIfAbsent(folder(path), any -> new ArrayList<>()).addAll(sources.items(part, path));
        }
        return groups;
    }

    private static String folder(String path) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static Element added(Element whole, LayoutRow part, String folder, List<Element> items) {
        if (part.isWhole()) {
            Element other = items.isEmpty() ? whole : items.get(0);
            return whole.isEmpty()
                    ? new Element(whole.name(), other.attributes(), other.children(), other.closed(), whole.line())
                    : whole;
        }
        List<XmlNode> children = new ArrayList<>(whole.children());
        if (part.groups().isEmpty()) {
            children.addAll(items);
        } else {
            String group = part.groups().get(0);
            List<Attribute> attributes =
                    group.equals(Layout.FORMS) ? List.of(new Attribute(Layout.FORM_TYPE, folder)) : List.of();
            children.add(new Element(group, attributes, List.copyOf(items), true, 0));
        }
        return whole.with(children);
    }
}
