package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.packaging.ComponentFolders.FolderComponent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a stored definition again: its references, names and properties. The definition is put back into its
 * surrounding elements and read like a package, so both readings always agree.
 */
public final class DefinitionReader {

    private static final String TABLE = "Entities/Entity";
    private static final int ENGLISH = 1033;

    private DefinitionReader() {}

    /**
     * What a definition says.
     *
     * @param parent what the component is a part of, such as the table of a form
     * @param xml canonical XML; empty for a component of files alone
     * @param files its files by name, as far as they are to be looked into
     * @return empty when it can't be read as a component of its type
     */
    public static Optional<SolutionComponent> read(
            ComponentKey component, Optional<ComponentKey> parent, byte[] xml, Map<String, byte[]> files) {
        if (xml.length == 0) {
            return Optional.empty();
        }
        PackageContents contents = new PackageContents(new Files(files), ContentSink.NONE);
        ComponentCollection components = new ComponentCollection(ReadListener.NONE);
        ComponentXmlReader reader = new ComponentXmlReader(
                new ComponentAssembler(contents, components, new DeclaredSettings(), ReadListener.NONE), ENGLISH);
        try {
            Optional<CatalogueRow> row = row(component, parent, xml);
            if (row.isPresent()) {
                reader.readCustomizations(document(row.get(), parent, xml));
            } else {
                reader.readComponent(
                        new ByteArrayInputStream(xml),
                        new FolderComponent(component.key(), parent, List.copyOf(new Files(files).entries())));
            }
        } catch (IOException | XMLStreamException e) {
            return Optional.empty();
        }
        List<SolutionComponent> read = components.components().stream()
                .filter(each -> each.key().type().equals(component.type()) && !each.isContext())
                .toList();
        return read.stream()
                .filter(each -> each.key().equals(component))
                .findFirst()
                .or(() -> read.stream().findFirst());
    }

    /** The row whose last element the definition has for root, or for the only child of its root. */
    private static Optional<CatalogueRow> row(ComponentKey component, Optional<ComponentKey> parent, byte[] xml) {
        String root = element(xml, 0);
        return ComponentCatalogue.ROWS.stream()
                .filter(row -> row.type().equals(component.type()))
                .filter(row -> row.path().startsWith(TABLE) == isOfTable(row, parent))
                .filter(row -> row.path().endsWith("/" + root)
                        || row.path().equals(root)
                        || row.path().contains("/" + root + "/"))
                .findFirst();
    }

    /** Ribbons are in tables and outside of them; of all other types the path tells. */
    private static boolean isOfTable(CatalogueRow row, Optional<ComponentKey> parent) {
        return row.path().endsWith("RibbonDiffXml")
                ? parent.isPresent()
                : row.path().startsWith(TABLE);
    }

    private static String element(byte[] xml, int from) {
        int end = from + 1;
        while (end < xml.length && xml[end] != '>' && xml[end] != ' ') {
            end++;
        }
        return new String(xml, from + 1, Math.max(0, end - from - 1), StandardCharsets.UTF_8);
    }

    private static InputStream document(CatalogueRow row, Optional<ComponentKey> parent, byte[] xml) {
        String root = element(xml, 0);
        List<String> around = new ArrayList<>(List.of("ImportExportXml"));
        for (String step : row.path().split("/")) {
            if (step.equals(root)) {
                break;
            }
            around.add(step);
        }
        StringBuilder before = new StringBuilder();
        for (String step : around) {
            before.append('<').append(step).append('>');
            if (step.equals("Entity")) {
                parent.ifPresent(table ->
                        before.append("<Name>").append(escaped(table.key())).append("</Name>"));
            }
        }
        Collections.reverse(around);
        StringBuilder after = new StringBuilder();
        around.forEach(step -> after.append("</").append(step).append('>'));
        return new java.io.SequenceInputStream(Collections.enumeration(
                List.of(stream(before.toString()), new ByteArrayInputStream(xml), stream(after.toString()))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A component's files as the archive that it came from. */
    private record Files(Map<String, byte[]> files) implements SolutionArchive {

        @Override
        public String format() {
            return "folder";
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public String sha256() {
            return "";
        }

        @Override
        public List<Entry> entries() {
            return files.entrySet().stream()
                    .map(file -> new Entry(file.getKey(), file.getValue().length))
                    .toList();
        }

        @Override
        public Optional<Entry> find(String name) {
            return entries().stream()
                    .filter(entry -> entry.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        @Override
        public InputStream open(Entry entry) throws ArchiveException {
            return new ByteArrayInputStream(files.get(entry.name()));
        }

        @Override
        public Optional<InputStream> zip() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
