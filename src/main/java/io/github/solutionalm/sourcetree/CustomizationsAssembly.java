package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Writes {@code customizations.xml} of a package: the sections of {@code Other/Customizations.xml} in their order, each with
 * what the files of the tree hold. One component at a time is in memory.
 */
final class CustomizationsAssembly {

    private static final String ROOT = "ImportExportXml";

    private final TreeSources sources;
    private final SourceFiles reader;
    private final PackageFiles contents;
    private final Problems problems;
    private final Set<String> written = new HashSet<>();
    private boolean complete;

    CustomizationsAssembly(TreeSources sources, SourceFiles reader, PackageFiles contents, Problems problems) {
        this.sources = sources;
        this.reader = reader;
        this.contents = contents;
        this.problems = problems;
    }

    /** Whether all sections were written; if not, nothing can be said of the files that they would have named. */
    boolean isComplete() {
        return complete;
    }

    /** Writes it. What is wrong with the skeleton is a problem, and ends it. */
    void write(String skeleton, OutputStream target) throws IOException {
        if (Unfinished.isReported(skeleton, sources.files().source(skeleton), problems)) {
            return;
        }
        XmlOutput out = new XmlOutput(target, SourcePacker.LINE_END);
        try (InputStream in = sources.files().open(skeleton);
                XmlInput input = new XmlInput(in)) {
            Element root = input.root();
            if (!root.name().equals(ROOT)) {
                problems.error(
                        Problems.at(skeleton, root.line()),
                        "The root element is <" + root.name() + ">, not <" + ROOT + ">. Restore the file, or unpack the"
                                + " solution again.");
                return;
            }
            out.open(root, 0);
            while (input.next()) {
                section(input.read(), out);
            }
            input.end();
            sectionsWithoutPlace(out);
            out.close(root, 0);
            complete = true;
        } catch (XMLStreamException e) {
            if (XmlInput.cause(e) != null) {
                throw XmlInput.cause(e);
            }
            problems.malformed(skeleton, e);
        }
        out.flush();
    }

    /** People add a folder and forget the element for it. */
    private void sectionsWithoutPlace(XmlOutput out) throws IOException {
        for (LayoutRow row : Layout.ROWS) {
            if (!written.contains(row.section()) && !isEmpty(row)) {
                section(Element.placeholder(row.section()), out);
            }
        }
    }

    private boolean isEmpty(LayoutRow row) {
        return row.item().equals(Layout.TABLE)
                ? sources.tables().isEmpty()
                : sources.of(row).isEmpty();
    }

    private void section(Element section, XmlOutput out) throws IOException {
        boolean first = written.add(section.name());
        List<LayoutRow> rows = first ? Layout.of(section.name()) : List.of();
        if (first && rows.isEmpty()) {
            out.element(withFolder(section), 1);
        } else if (rows.stream().allMatch(this::isEmpty)) {
            out.element(section, 1);
            for (Element inline : section.elements()) {
                filesOf(inline, rows);
            }
        } else if (rows.get(0).isWhole()) {
            out.element(whole(section, rows.get(0)), 1);
        } else {
            out.open(section, 1);
            for (Element inline : section.elements()) {
                out.element(inline, 2);
                filesOf(inline, rows);
            }
            for (LayoutRow row : rows) {
                items(row, out);
            }
            out.close(section, 1);
        }
    }

    /** A section that the layout knows nothing of, with what a folder of its name holds: some tools write such. */
    private Element withFolder(Element section) throws IOException {
        List<XmlNode> children = new ArrayList<>(section.children());
        for (String path : sources.filesOf(section.name())) {
            Optional<Element> root = sources.files().document(path).map(SchemaInstance::without);
            root.ifPresent(
                    item -> children.addAll(item.name().equals(section.name()) ? item.children() : List.of(item)));
            contents.take(path);
        }
        return section.with(children);
    }

    /** A component that has no file of its own names files too; they come among all others. */
    private void filesOf(Element inline, List<LayoutRow> rows) {
        for (LayoutRow row : rows) {
            if (row.item().equals(inline.name())) {
                contents.mention(row, inline);
            }
        }
    }

    private Element whole(Element section, LayoutRow row) throws IOException {
        Element complete = section;
        for (String path : sources.of(row)) {
            for (Element file : reader.items(row, path)) {
                List<XmlNode> children = new ArrayList<>(complete.children());
                children.addAll(file.children());
                complete = new Element(
                        section.name(),
                        section.attributes().isEmpty() ? file.attributes() : section.attributes(),
                        children,
                        file.closed(),
                        section.line());
            }
        }
        return complete;
    }

    private void items(LayoutRow row, XmlOutput out) throws IOException {
        if (row.item().equals(Layout.TABLE)) {
            TableAssembly assembly = new TableAssembly(reader);
            for (TreeSources.Table table : sources.tables()) {
                Optional<Element> complete = assembly.of(table, row);
                if (complete.isPresent()) {
                    out.element(complete.get(), 2);
                }
                contents.addFormulas(table.folder());
            }
        } else if (row.item().equals(Layout.RELATIONSHIP)) {
            for (Element relationship : new RelationshipFiles(reader, problems).of(row, sources.of(row))) {
                out.element(relationship, 2);
            }
        } else {
            for (String path : sources.of(row)) {
                for (Element item : reader.items(row, path)) {
                    out.element(
                            item.name().equals(Layout.EMAIL_TEMPLATES)
                                    ? EmailDocuments.put(item, sources.files())
                                    : item,
                            2);
                }
                if (row.is(LayoutRow.Trait.FOLDER)) {
                    contents.addFolderOf(path, sources);
                }
            }
            contents.endOf(row);
        }
    }
}
