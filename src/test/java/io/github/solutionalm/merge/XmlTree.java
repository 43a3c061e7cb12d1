package io.github.solutionalm.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A definition as tests make and edit it; a text has no name. */
final class XmlTree {

    /** What can stand in another parent, by the name of its parent. */
    private static final Map<String, String> MOVABLE = Map.of("cell", "row", "section", "sections", "tab", "tabs");

    private static final Set<String> IDENTITIES =
            Set.of("id", "Id", "name", "languagecode", "handlerUniqueId", "LCID", "HideActionId", "uniquename", "type");

    final String name;
    final TreeMap<String, String> attributes = new TreeMap<>();
    final List<XmlTree> children = new ArrayList<>();
    private final String text;

    private XmlTree(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static XmlTree element(String name, XmlTree... children) {
        XmlTree element = new XmlTree(name, "");
        element.children.addAll(List.of(children));
        return element;
    }

    static XmlTree text(String text) {
        return new XmlTree("", text);
    }

    XmlTree with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    XmlTree copy() {
        XmlTree copy = new XmlTree(name, text);
        copy.attributes.putAll(attributes);
        children.forEach(child -> copy.children.add(child.copy()));
        return copy;
    }

    /** It and all that is in it. */
    Stream<XmlTree> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlTree::all));
    }

    /** A copy with some changes, such as a maker or a new version makes; what is new has the prefix in its id. */
    XmlTree edited(Random random, String prefix, int edits) {
        XmlTree edited = copy();
        for (int i = 0; i < edits; i++) {
            edited.edit(random, prefix + i);
        }
        return edited;
    }

    private void edit(Random random, String fresh) {
        XmlTree parent = any(random, all().filter(node -> !node.children.isEmpty()));
        if (parent.children.isEmpty()) {
            return;
        }
        int index = random.nextInt(parent.children.size());
        XmlTree child = parent.children.get(index);
        switch (random.nextInt(6)) {
            case 0 -> parent.children.remove(index);
            case 1 -> {
                // a second container of one kind, of which the first is not told, would take the place of the first
                if (child.name.equals("row")
                        || child.attributes.keySet().stream().anyMatch(IDENTITIES::contains)) {
                    parent.children.add(random.nextInt(parent.children.size() + 1), child.renamed(fresh));
                }
            }
            case 2 -> Collections.shuffle(parent.children, random);
            case 3 -> {
                String home = MOVABLE.get(child.name);
                if (home != null) {
                    parent.children.remove(index);
                    XmlTree target = any(random, all().filter(node -> node.name.equals(home)));
                    target.children.add(random.nextInt(target.children.size() + 1), child);
                }
            }
            default -> child.change(parent, index, random);
        }
    }

    private void change(XmlTree parent, int index, Random random) {
        if (name.isEmpty()) {
            parent.children.set(index, text("t" + random.nextInt(9)));
        } else if (random.nextInt(3) == 0) {
            attributes.keySet().removeIf(attribute -> !IDENTITIES.contains(attribute));
        } else {
            with("abc".substring(random.nextInt(3)), "v" + random.nextInt(9));
        }
    }

    /** A copy that is another element, as is all that is in it. */
    private XmlTree renamed(String fresh) {
        XmlTree copy = copy();
        copy.all()
                .forEach(node -> node.attributes.replaceAll(
                        (attribute, value) -> IDENTITIES.contains(attribute) ? fresh + value : value));
        return copy;
    }

    private static XmlTree any(Random random, Stream<XmlTree> nodes) {
        List<XmlTree> all = nodes.toList();
        return all.isEmpty() ? element("none") : all.get(random.nextInt(all.size()));
    }

    @Override
    public String toString() {
        if (name.isEmpty()) {
            return text;
        }
        StringBuilder xml = new StringBuilder("<" + name);
        attributes.forEach((attribute, value) ->
                xml.append(' ').append(attribute).append("=\"").append(value).append('"'));
        xml.append('>');
        children.forEach(xml::append);
        return xml.append("</").append(name).append('>').toString();
    }
}
