package io.github.solutionalm.sourcetree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which files of a tree are the sources of which components in a package of one type. Of a file and its managed twin one is
 * taken.
 */
final class TreeSources {

    /**
     * A table's folder.
     *
     * @param folder such as {@code Entities/Account}, as the tree has it
     * @param parts the files by row, in the order in which a package has them
     */
    record Table(String folder, Optional<String> file, Map<LayoutRow, List<String>> parts) {}

    private final TreeFiles files;
    private final boolean managed;
    private final boolean both;
    private final Problems problems;
    private final Map<LayoutRow, List<String>> rows = new HashMap<>();
    private final Map<String, Table> tables = new TreeMap<>(TreeOrder.NAMES);
    private final Set<String> sources = new HashSet<>();

    /**
     * @param managed whether a managed package is made
     * @param both whether the tree is one of both types
     */
    TreeSources(TreeFiles files, boolean managed, boolean both, Problems problems) {
        this.files = files;
        this.managed = managed;
        this.both = both;
        this.problems = problems;
        files.paths().forEach(this::sort);
        rows.replaceAll((row, paths) -> chosen(row, paths));
        tables.replaceAll((name, table) -> chosen(table));
    }

    private void sort(String path) {
        Optional<LayoutRow> row = Layout.reading(path);
        if (row.isPresent() && !row.get().item().equals(Layout.TABLE)) {
            rows.computeIfAbsent(row.get(), any -> new ArrayList<>()).add(path);
            sources.add(path);
            return;
        }
        String[] names = path.split("/", 3);
        if (names.length < 3 || !names[0].equalsIgnoreCase(Layout.TABLES)) {
            return;
        }
        Table table = tables.computeIfAbsent(
                names[1], name -> new Table(names[0] + "/" + name, Optional.empty(), new HashMap<>()));
        if (row.isPresent()) {
            tables.put(names[1], new Table(table.folder(), Optional.of(path), table.parts()));
            sources.add(path);
            return;
        }
        Layout.PARTS_OF_TABLE.stream()
                .filter(part -> part.reads().matches(part.first(names[2])))
                .findFirst()
                .ifPresent(part -> {
                    table.parts()
                            .computeIfAbsent(part, any -> new ArrayList<>())
                            .add(path);
                    sources.add(path);
                });
    }

    private Table chosen(Table table) {
        if (table.file().isEmpty() && !table.parts().isEmpty()) {
            problems.error(
                    table.folder(),
                    "There is no Entity.xml, so that nothing in this folder would be packed. Add the table's file, or"
                            + " remove the folder.");
        }
        table.parts().replaceAll((part, paths) -> {
            List<String> chosen = chosen(part, paths);
            // Files of all folders together: forms of all types are sorted by their ids.
            chosen.sort((a, b) -> TreeOrder.NAMES.compare(name(part.first(a)), name(part.first(b))));
            return chosen;
        });
        return table;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Of each file and its managed twin the one that belongs into the package. */
    private List<String> chosen(LayoutRow row, List<String> paths) {
        if (!row.is(LayoutRow.Trait.TWINS)) {
            return paths;
        }
        Map<String, String[]> pairs = new LinkedHashMap<>();
        for (String path : paths) {
            String first = row.first(path);
            String[] pair = pairs.computeIfAbsent(first.toLowerCase(Locale.ROOT), any -> new String[2]);
            pair[first.equals(path) ? 0 : 1] = path;
        }
        List<String> chosen = new ArrayList<>();
        pairs.values().forEach(pair -> choose(pair[0], pair[1]).ifPresent(chosen::add));
        return chosen;
    }

    private Optional<String> choose(String plain, String twin) {
        if (plain == null) {
            if (both) {
                problems.uncovered(
                        twin,
                        "There is no " + name(twin).replace(LayoutRow.MANAGED, "")
                                + " beside it, so that an unmanaged package would lack this. Export the solution as unmanaged"
                                + " too and unpack both packages, or remove the file.");
            }
            return managed ? Optional.of(twin) : Optional.empty();
        }
        if (twin == null && both && managed) {
            problems.uncovered(
                    plain,
                    "There is no " + name(LayoutRow.twinOf(plain))
                            + " beside it, and what a managed package says here can't be made from this file. Export the"
                            + " solution as managed too and unpack both packages.");
        }
        return Optional.of(managed && twin != null ? twin : plain);
    }

    /** The files of a row, in the order in which a package has what they hold. */
    List<String> of(LayoutRow row) {
        return rows.getOrDefault(row, List.of());
    }

    /** The tables, by the names of their folders. */
    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** The XML files in the folder of a section that the layout does not know. */
    List<String> filesOf(String section) {
        String folder = (section + "/").toLowerCase(Locale.ROOT);
        return files.paths().stream()
                .filter(path -> {
                    String lower = path.toLowerCase(Locale.ROOT);
                    return lower.startsWith(folder)
                            && lower.indexOf('/', folder.length()) < 0
                            && lower.endsWith(".xml");
                })
                .toList();
    }

    /** Whether a path is the source of a component, or the twin of one. */
    boolean isSource(String path) {
        return sources.contains(path);
    }

    TreeFiles files() {
        return files;
    }
}
