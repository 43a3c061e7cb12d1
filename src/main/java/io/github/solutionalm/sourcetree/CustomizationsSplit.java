package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Splits {@code customizations.xml} of a package into the files of a source tree. What has no place of its own stays in
 * {@code Other/Customizations.xml}. One component at a time is in memory, relationships aside.
 */
final class CustomizationsSplit {

    private final TreeDraft draft;
    private final boolean managedTwins;
    private final UnorderedLists lists;
    /** Where the tree has a file of the package, by its name in the package in lower case. */
    private final Map<String, String> places = new HashMap<>();
    /** The folders of tables, by the names of the tables in lower case. */
    private final Map<String, String> tables = new HashMap<>();
    /** The relationships, as they are listed. */
    private final List<Element> relationships = new ArrayList<>();

    /**
     * @param managedTwins whether only the files that a managed package takes are written
     */
    CustomizationsSplit(TreeDraft draft, boolean managedTwins, UnorderedLists lists) {
        this.draft = draft;
        this.managedTwins = managedTwins;
        this.lists = lists;
    }

    void read(InputStream in) throws IOException, XMLStreamException {
        try (XmlInput input = new XmlInput(in)) {
            if (managedTwins) {
                input.root();
                sections(input, new XmlOutput(OutputStream.nullOutputStream(), ""));
                return;
            }
            XMLStreamException[] malformed = new XMLStreamException[1];
            draft.write(Layout.CUSTOMIZATIONS, out -> {
                try {
                    skeleton(input, out);
                } catch (XMLStreamException e) {
                    malformed[0] = e;
                }
            });
            if (malformed[0] != null) {
                throw malformed[0];
            }
        }
    }

    private void skeleton(XmlInput input, OutputStream target) throws IOException, XMLStreamException {
        XmlOutput out = new XmlOutput(target, draft.lineEnd());
        Element root = input.root();
        out.open(root, 0);
        sections(input, out);
        out.close(root, 0);
        out.flush();
    }

    private void sections(XmlInput input, XmlOutput out) throws IOException, XMLStreamException {
        while (input.next()) {
            List<LayoutRow> rows = Layout.of(input.name());
            if (managedTwins && rows.stream().noneMatch(this::hasTwins)) {
                input.read();
            } else if (rows.isEmpty()) {
                out.element(input.read(), 1);
            } else if (rows.get(0).isWhole()) {
                out.element(whole(input.read(), rows.get(0)), 1);
            } else {
                out.element(items(input, rows), 1);
            }
        }
        input.end();
    }

    private boolean hasTwins(LayoutRow row) {
        return row.is(LayoutRow.Trait.TWINS) || row.item().equals(Layout.TABLE);
    }

    /** The section without what a file of its own holds. */
    private Element whole(Element section, LayoutRow row) throws IOException {
        String path = row.path(section, managedTwins).orElseThrow();
        if (section.isEmpty() || !draft.isFree(path)) {
            return section;
        }
        draft.document(path, SchemaInstance.with(section));
        return Element.placeholder(section.name());
    }

    private Element items(XmlInput input, List<LayoutRow> rows) throws IOException, XMLStreamException {
        Element section = input.enter();
        List<Element> inline = new ArrayList<>();
        boolean moved = false;
        while (input.next()) {
            String name = input.name();
            Element item = input.read();
            Optional<LayoutRow> row = rows.stream()
                    .filter(candidate -> candidate.item().equals(name))
                    .findFirst();
            if (row.isPresent() && move(row.get(), item)) {
                moved = true;
            } else {
                inline.add(item);
            }
        }
        writeRelationships();
        return inline.isEmpty() && moved
                ? Element.placeholder(section.name()).withAttributes(section.attributes())
                : section.with(inline);
    }

    /** Puts an item into its file; does nothing if it has none. */
    private boolean move(LayoutRow row, Element item) throws IOException {
        Optional<String> path = row.path(item, managedTwins && row.is(LayoutRow.Trait.TWINS));
        if (path.isEmpty()) {
            return false;
        }
        if (row.item().equals(Layout.RELATIONSHIP)) {
            relationships.add(item);
            return true;
        }
        if (row.item().equals(Layout.TABLE)) {
            return table(path.get(), item);
        }
        if (managedTwins && !row.is(LayoutRow.Trait.TWINS)) {
            return true;
        }
        if (!draft.isFree(path.get())) {
            return false;
        }
        draft.document(path.get(), rooted(row, lists.inOrder(path.get(), documents(item))));
        note(row, item);
        return true;
    }

    private static Element rooted(LayoutRow row, Element item) {
        return row.is(LayoutRow.Trait.NO_SCHEMA_INSTANCE) ? item : SchemaInstance.with(item);
    }

    /** E-mail templates without their texts, which get files of their own. */
    private Element documents(Element item) throws IOException {
        if (!item.name().equals(Layout.EMAIL_TEMPLATES)) {
            return item;
        }
        List<EmailDocuments.Document> documents = new ArrayList<>();
        Element rest = EmailDocuments.take(item, documents);
        for (EmailDocuments.Document document : documents) {
            draft.text(document.path(), document.text());
        }
        return rest;
    }

    private boolean table(String path, Element item) throws IOException {
        String folder = path.substring(0, path.lastIndexOf('/'));
        if (!managedTwins && !draft.isFree(path)) {
            return false;
        }
        Element rest = new TableSplit(draft, folder, managedTwins).of(item);
        if (!managedTwins) {
            draft.document(path, SchemaInstance.with(rest));
            tables.put(folder.substring(folder.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT), folder);
        }
        return true;
    }

    /** Remembers where the file goes that an item names, if not to where the package has it. */
    private void note(LayoutRow row, Element item) {
        Optional<String> place = row.contentFile().flatMap(template -> template.of(item));
        Optional<String> named = row.contents().stream()
                .flatMap(name -> item.child(name).map(Element::text).stream())
                .findFirst();
        if (place.isPresent() && named.isPresent()) {
            places.put(NameTemplate.withoutSlash(named.get()).toLowerCase(Locale.ROOT), place.get());
        }
    }

    private void writeRelationships() throws IOException {
        if (managedTwins || relationships.isEmpty()) {
            return;
        }
        LayoutRow row = Layout.of(Layout.RELATIONSHIPS).get(0);
        Map<String, List<Element>> files = new LinkedHashMap<>();
        List<Element> listed = new ArrayList<>();
        for (Element item : relationships) {
            files.computeIfAbsent(row.path(item, false).orElseThrow(), any -> new ArrayList<>())
                    .add(item);
            listed.add(Element.placeholder(item.name()).withAttributes(item.attributes()));
        }
        for (Map.Entry<String, List<Element>> file : files.entrySet()) {
            draft.document(file.getKey(), relationships(file.getValue()));
        }
        draft.document(RelationshipFiles.INDEX, relationships(listed));
        relationships.clear();
    }

    private static Element relationships(List<Element> items) {
        return SchemaInstance.with(new Element(Layout.RELATIONSHIPS, List.of(), List.copyOf(items), true, 0));
    }

    /** Where the tree has a file of the package. */
    String place(String name) {
        String moved = places.get(name.toLowerCase(Locale.ROOT));
        if (moved != null) {
            return moved;
        }
        if (name.regionMatches(true, 0, FolderNames.FORMULAS, 0, FolderNames.FORMULAS.length())) {
            String file = name.substring(FolderNames.FORMULAS.length());
            String table = file.substring(0, Math.max(0, file.indexOf('-'))).toLowerCase(Locale.ROOT);
            return Optional.ofNullable(tables.get(table))
                    .map(folder -> folder + "/" + FolderNames.FORMULAS + file)
                    .orElse(name);
        }
        return FolderNames.inTree(name);
    }
}
