package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * The folders of solution-aware tables, {@code <entitysetname>/<key>/<table>.xml}, with nested tables below and files
 * beside (docs/platform-facts.md, "Rows of solution-aware tables"), and the association sets in {@code Assets}.
 */
final class ComponentFolders {

    private static final String VALUES_FILE = "environmentvariablevalues.json";

    private final PackageContents contents;
    private final ComponentXmlReader reader;
    private final ComponentCollection components;
    private final DeclaredSettings settings;
    private final Map<String, ComponentKey> byFolder = new HashMap<>();

    ComponentFolders(
            PackageContents contents,
            ComponentXmlReader reader,
            ComponentCollection components,
            DeclaredSettings settings) {
        this.contents = contents;
        this.reader = reader;
        this.components = components;
        this.settings = settings;
    }

    /** Reads all that no component has claimed yet, outer folders first. */
    void read(List<Entry> entries) throws IOException, XMLStreamException, PartException {
        List<Entry> open = entries.stream()
                .filter(entry -> !contents.isClaimed(entry) && entry.name().indexOf('/') > 0)
                .sorted(Comparator.comparingInt(ComponentFolders::depth).thenComparing(Entry::name))
                .toList();
        List<Entry> mains = open.stream().filter(ComponentFolders::isMain).toList();
        Set<String> folders = new HashSet<>();
        for (Entry main : mains) {
            contents.claim(main);
            folders.add(folder(main.name()));
        }
        Map<String, List<Entry>> files = open.stream()
                .filter(entry -> !contents.isClaimed(entry) && !isValues(entry))
                .collect(Collectors.groupingBy(entry -> innermost(folder(entry.name()), folders)));
        for (Entry main : mains) {
            String folder = folder(main.name());
            readFolder(main, folder, files.getOrDefault(folder, List.of()));
        }
        for (Entry entry : open) {
            if (!contents.isClaimed(entry)) {
                readOther(entry);
            }
        }
    }

    /** Whether a file is read as XML if no component of {@code customizations.xml} claims it. */
    static boolean isXml(Entry entry) {
        return entry.name().toLowerCase(Locale.ROOT).endsWith(".xml") && (isMain(entry) || isSet(entry));
    }

    private void readFolder(Entry main, String folder, List<Entry> files) throws IOException, PartException {
        String key = folder.substring(folder.lastIndexOf('/') + 1);
        FolderComponent component = new FolderComponent(key, parent(folder), files);
        if (main.name().toLowerCase(Locale.ROOT).endsWith(".json")) {
            jsonComponent(main, component).ifPresent(found -> byFolder.put(folder, found));
            return;
        }
        try (InputStream in = contents.open(main)) {
            reader.readComponent(in, component).ifPresent(found -> byFolder.put(folder, found));
        } catch (XMLStreamException e) {
            throw new PartException(main.name(), e);
        }
    }

    /** Some tables keep their row as JSON: {@code fxexpressions/x/fxexpression.json}. */
    private Optional<ComponentKey> jsonComponent(Entry main, FolderComponent component) throws IOException {
        String file = main.name().substring(main.name().lastIndexOf('/') + 1);
        String table = file.substring(0, file.lastIndexOf('.'));
        List<Entry> files = new ArrayList<>(component.files());
        files.add(main);
        return Optional.of(fileComponent(ComponentType.named(table), component.key(), component.parent(), files));
    }

    private void readOther(Entry entry) throws IOException, XMLStreamException, PartException {
        if (isSet(entry)) {
            contents.store(entry);
            try (InputStream in = contents.open(entry)) {
                reader.readSet(in);
            } catch (XMLStreamException e) {
                throw new PartException(entry.name(), e);
            }
        } else if (isValues(entry) && byFolder.containsKey(folder(entry.name()))) {
            ComponentKey definition = byFolder.get(folder(entry.name()));
            contents.store(entry).bytes().ifPresent(json -> settings.value(definition, json));
            fileComponent(
                    ComponentType.ENVIRONMENT_VARIABLE_VALUE,
                    definition.key(),
                    Optional.of(definition),
                    List.of(entry));
        }
    }

    private ComponentKey fileComponent(
            ComponentType type, String key, Optional<ComponentKey> parent, List<Entry> entries) throws IOException {
        List<Definition.File> files = new ArrayList<>();
        for (Entry entry : entries) {
            files.add(contents.store(entry).file());
        }
        ContentHash none = contents.store(new byte[0], 0);
        Definition definition = contents.definition(none, none, files);
        ComponentKey own = new ComponentKey(type, key);
        components.add(new SolutionComponent(
                own,
                "",
                parent,
                Optional.of(definition),
                Optional.empty(),
                parent.map(Set::of).orElse(Set.of())));
        return own;
    }

    private Optional<ComponentKey> parent(String folder) {
        return Optional.ofNullable(byFolder.get(innermost(folder(folder), byFolder.keySet())));
    }

    /** The innermost of the folders that a path lies in; empty if none. */
    private static String innermost(String path, Set<String> folders) {
        String folder = path;
        while (!folder.isEmpty() && !folders.contains(folder)) {
            folder = folder(folder);
        }
        return folder;
    }

    private static boolean isSet(Entry entry) {
        String name = entry.name().toLowerCase(Locale.ROOT);
        return name.startsWith("assets/") && name.endsWith(".xml");
    }

    private static boolean isValues(Entry entry) {
        return entry.name().toLowerCase(Locale.ROOT).endsWith("/" + VALUES_FILE);
    }

    /** {@code customapis/x/customapi.xml}: the set's name is the plural of the file's. */
    private static boolean isMain(Entry entry) {
        String[] path = entry.name().toLowerCase(Locale.ROOT).split("/");
        String file = path[path.length - 1];
        if (path.length < 3 || !file.endsWith(".xml") && !file.endsWith(".json")) {
            return false;
        }
        String table = file.substring(0, file.lastIndexOf('.'));
        String set = path[path.length - 3];
        return table.length() > 2
                && set.startsWith(table.substring(0, table.length() - 1))
                && set.length() > table.length();
    }

    private static int depth(Entry entry) {
        return (int) entry.name().chars().filter(c -> c == '/').count();
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /**
     * What the folder of a component determines.
     *
     * @param key key to use if the XML has none
     * @param parent the component whose folder encloses it
     * @param files the other files of the folder
     */
    record FolderComponent(String key, Optional<ComponentKey> parent, List<Entry> files) {}
}
