package io.github.solutionalm.merge;

import io.github.solutionalm.merge.Rows.Seat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What could not be merged into a form. So that nothing is lost the platform shows it in a tab that it makes for that
 * purpose, the Conflicts Tab (docs/platform-facts.md, "Layers and merging"). Ours has the platform's label; its names and
 * ids are made up.
 */
final class ConflictsTab {

    private static final String TAB_ID = "{5c6a1b1e-0f0e-4c1d-9a53-6d65726765c1}";
    private static final String SECTION_ID = "{5c6a1b1e-0f0e-4c1d-9a53-6d65726765c2}";

    private final Node held = new Node("conflicts");
    /** The conflicts by the node that is held, or by themselves where none is. */
    private final Map<Object, Conflict> conflicts = new LinkedHashMap<>();

    /** Where the parts hang that the tab will show. */
    Node held() {
        return held;
    }

    boolean holds(Node node) {
        return node.parent() == held;
    }

    /** Says why a part is held. */
    void hold(Node node, Conflict conflict) {
        conflicts.putIfAbsent(node, conflict);
    }

    /** Records what leaves everything where it is. */
    void note(Conflict conflict) {
        conflicts.put(conflict, conflict);
    }

    /** A layer has found a place for the part. */
    void settled(Node node) {
        conflicts.remove(node);
    }

    List<Conflict> all() {
        return List.copyOf(conflicts.values());
    }

    /** Adds the tab behind the form's own, if there is something to show. */
    void addTo(Node form) {
        if (held.children().isEmpty()) {
            return;
        }
        Node sections = new Node("sections");
        Node rows = new Node("rows");
        for (Node node : List.copyOf(held.children())) {
            if (node.name().equals("section")) {
                sections.add(node);
            } else {
                node.seat = new Seat(1, new Node("row"), List.of());
                rows.add(node);
            }
        }
        if (!rows.children().isEmpty()) {
            Node section = element("section", "id", SECTION_ID, "name", "Conflicts", "showlabel", "false");
            section.add(rows);
            sections.add(section);
        }
        tabs(form).add(tab(sections));
    }

    private static Node tab(Node sections) {
        Node labels = new Node("labels");
        labels.add(element("label", "description", "Conflicts Tab", "languagecode", "1033"));
        Node column = element("column", "width", "100%");
        column.add(sections);
        Node columns = new Node("columns");
        columns.add(column);
        Node tab = element("tab", "id", TAB_ID, "name", "Conflicts Tab", "showlabel", "true");
        tab.add(labels);
        tab.add(columns);
        return tab;
    }

    /** The form's tabs; made where the layers say nothing of tabs, such as those that change its header alone. */
    private static Node tabs(Node form) {
        return find("tabs", form).orElseGet(() -> {
            Node tabs = new Node("tabs");
            find("form", form).orElse(form).add(tabs);
            return tabs;
        });
    }

    /** The first of the name, from outside to inside. */
    private static Optional<Node> find(String name, Node root) {
        List<Node> level = List.of(root);
        while (!level.isEmpty()) {
            List<Node> next = new ArrayList<>();
            for (Node node : level) {
                if (node.name().equals(name)) {
                    return Optional.of(node);
                }
                next.addAll(node.children());
            }
            level = next;
        }
        return Optional.empty();
    }

    private static Node element(String name, String... attributes) {
        Node node = new Node(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.attributes().put(attributes[i], attributes[i + 1]);
        }
        return node;
    }
}
