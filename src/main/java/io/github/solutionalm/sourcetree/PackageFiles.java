package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of a package beside its three root files: first those that components name, in their order, then all others. */
final class PackageFiles {

    /** Code apps say the media type with the name of each file. */
    private static final String MEDIA_TYPE = "_ContentType_";

    /** Folders in which each file belongs to a component that names it. */
    private static final Set<String> NAMED = Set.of("webresources", "workflows", "pluginassemblies", "reports");

    private static final Set<String> ROOT_FILES =
            Set.of(SourcePacker.CUSTOMIZATIONS, SourcePacker.SOLUTION, "[content_types].xml");

    /**
     * A file.
     *
     * @param name its name in the package
     * @param path its path in the tree
     */
    record PackedFile(String name, String path, Path source) {}

    private final TreeFiles files;
    private final Mappings mappings;
    private final Problems problems;
    /** By name in lower case. */
    private final Map<String, PackedFile> all = new LinkedHashMap<>();

    private final Set<String> taken = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();
    /** Components whose files come later, by name. */
    private final Map<String, Waiting> waiting = new TreeMap<>();

    private record Waiting(Element component, String path) {}

    PackageFiles(TreeFiles files, Mappings mappings, Problems problems) {
        this.files = files;
        this.mappings = mappings;
        this.problems = problems;
    }

    /**
     * Adds the files that a component names.
     *
     * @param path the file that says so
     */
    void addOf(LayoutRow row, Element component, String path) throws IOException {
        if (row.is(LayoutRow.Trait.CONTENTS_BY_NAME)) {
            waiting.put(row.id().of(component).orElse(path).toLowerCase(Locale.ROOT), new Waiting(component, path));
        } else {
            add(row, component, path);
        }
    }

    /** Adds the files of all components of a row whose files have an order of their own. */
    void endOf(LayoutRow row) throws IOException {
        for (Waiting component : waiting.values()) {
            add(row, component.component(), component.path());
        }
        waiting.clear();
    }

    private void add(LayoutRow row, Element component, String path) throws IOException {
        if (row.contents().isEmpty()) {
            return;
        }
        for (Element named : named(row, component, new ArrayList<>())) {
            String name = withoutMediaType(NameTemplate.withoutSlash(named.text()));
            String place = row.contentFile()
                    .flatMap(template -> template.of(component))
                    .orElse(FolderNames.inTree(name));
            if (!add(name, place, Problems.at(path, named.line())) && !isOptional(named)) {
                problems.uncovered(
                        Problems.at(path, named.line()),
                        "The file that <" + named.name() + "> names, " + place
                                + ", is not in the tree. "
                                + (isCanvasApp(place)
                                        ? "Sources of canvas apps are not built: add the .msapp, as it is in the package."
                                        : "Add it, or map it from where it is built with <mappings>."));
            }
        }
    }

    /** Notes the files that a component in {@code Other/Customizations.xml} names: they lie where the package has them. */
    void mention(LayoutRow row, Element component) {
        for (Element named : named(row, component, new ArrayList<>())) {
            String place = FolderNames.inTree(withoutMediaType(NameTemplate.withoutSlash(named.text())));
            mentioned.add(place.toLowerCase(Locale.ROOT));
        }
    }

    private static List<Element> named(LayoutRow row, Element element, List<Element> found) {
        for (Element child : element.elements()) {
            if (row.contents().contains(child.name()) && !child.text().isBlank()) {
                found.add(child);
            }
            named(row, child, found);
        }
        return found;
    }

    private boolean isCanvasApp(String place) {
        return files.hasCanvasSources() && place.toLowerCase(Locale.ROOT).endsWith(".msapp");
    }

    /** Environments take an app without its picture. */
    private static boolean isOptional(Element named) {
        return named.name().equals("BackgroundImageUri");
    }

    static String withoutMediaType(String name) {
        int mediaType = name.lastIndexOf(MEDIA_TYPE);
        return mediaType < 0 ? name : name.substring(0, mediaType);
    }

    private boolean add(String name, String place, String where) throws IOException {
        Optional<String> there = files.find(place);
        if (there.isPresent()) {
            put(name, there.get(), files.source(there.get()), where);
            return true;
        }
        Optional<Path> mapped = mappings.find(place);
        mapped.ifPresent(source -> put(name, place, source, where));
        return mapped.isPresent();
    }

    /** Leaves a file out that was read as the source of a component. */
    void take(String path) {
        taken.add(path);
    }

    /**
     * @param where what names the file
     */
    private void put(String name, String path, Path source, String where) {
        taken.add(path);
        String key = name.toLowerCase(Locale.ROOT);
        if (ROOT_FILES.contains(key)) {
            problems.error(
                    where,
                    "A package has a file of its own that is called " + name
                            + ", and this would take its place. Rename or" + " remove it.");
            return;
        }
        PackedFile other = all.putIfAbsent(key, new PackedFile(name, path, source));
        if (other != null && !other.path().equals(path)) {
            problems.error(
                    where,
                    "The package would have " + path + " as " + name + ", and has " + other.path()
                            + " there already: one of them would be lost. Give each a name of its own.");
        }
    }

    /** Adds the other files in the folder of a file. */
    void addFolderOf(String path, TreeSources sources) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        files.paths().stream()
                .filter(other -> other.startsWith(folder))
                .filter(other -> !sources.isSource(other))
                .forEach(other -> put(FolderNames.inPackage(other), other, files.source(other), other));
    }

    /** Adds the formulas of a table. */
    void addFormulas(String folder) {
        String formulas = (folder + "/" + FolderNames.FORMULAS).toLowerCase(Locale.ROOT);
        files.paths().stream()
                .filter(path -> path.toLowerCase(Locale.ROOT).startsWith(formulas))
                .forEach(path -> put(FolderNames.inPackage(path), path, files.source(path), path));
    }

    /** Adds what no component names. */
    void addOthers(TreeSources sources) {
        for (String path : files.paths()) {
            if (sources.isSource(path)
                    || taken.contains(path)
                    || path.regionMatches(true, 0, Layout.OTHER, 0, Layout.OTHER.length())
                    || EmailDocuments.isOne(path)) {
                continue;
            }
            String folder = path.substring(0, Math.max(0, path.indexOf('/'))).toLowerCase(Locale.ROOT);
            if (NAMED.contains(folder) && !mentioned.contains(path.toLowerCase(Locale.ROOT))) {
                problems.uncovered(
                        path,
                        "No component names this file"
                                + (files.find(path + ".data.xml").isPresent()
                                        ? "; " + path + ".data.xml names another one."
                                        : ": there is no " + path + ".data.xml.")
                                + " Add what describes it, or remove the file.");
            }
            put(FolderNames.inPackage(path), path, files.source(path), path);
        }
    }

    List<PackedFile> all() {
        return List.copyOf(all.values());
    }
}
