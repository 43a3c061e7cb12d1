package io.github.solutionalm.sourcetree;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the files that hold components, and sees that no two of them hold the same one. */
final class SourceFiles {

    private final TreeFiles files;
    private final PackageFiles contents;
    private final Problems problems;
    private final Map<String, String> holders;
    private final Map<String, String> seen = new HashMap<>();

    /**
     * @param holders gets the path that holds each component, by its id
     */
    SourceFiles(TreeFiles files, PackageFiles contents, Map<String, String> holders, Problems problems) {
        this.holders = holders;
        this.files = files;
        this.contents = contents;
        this.problems = problems;
    }

    TreeFiles files() {
        return files;
    }

    /** What a file holds, as a package has it: the section as a whole, or items; none, and a problem, if it can't be read. */
    List<Element> items(LayoutRow row, String path) throws IOException {
        Optional<Element> document = files.document(path).map(SchemaInstance::without);
        if (document.isEmpty()) {
            return List.of();
        }
        List<Element> items = itemsIn(row, document.get());
        if (items.isEmpty()) {
            problems.error(
                    Problems.at(path, document.get().line()),
                    "The root element is <" + document.get().name() + ">, where <" + expected(row)
                            + "> was expected. Correct the file, or move it to where it belongs.");
        }
        for (Element item : items) {
            check(row, item, path);
            contents.addOf(row, item, path);
        }
        return items;
    }

    private static String expected(LayoutRow row) {
        return row.isWhole() ? row.section() : row.item();
    }

    private static List<Element> itemsIn(LayoutRow row, Element root) {
        if (root.name().equals(expected(row))) {
            return List.of(root);
        }
        return row.isWhole()
                ? List.of()
                : root.elements().stream()
                        .filter(item -> item.name().equals(row.item()))
                        .toList();
    }

    private void check(LayoutRow row, Element item, String path) {
        Optional<String> id = row.isWhole() ? Optional.empty() : row.id().of(item);
        if (id.isEmpty()) {
            return;
        }
        holders.put(ComponentKey.normalize(id.get()), Problems.at(path, item.line()));
        String other = seen.putIfAbsent(row.section() + " " + id.get().toLowerCase(Locale.ROOT), path);
        if (other != null) {
            problems.error(
                    Problems.at(path, item.line()),
                    "This is the same component as in " + other + ", " + id.get()
                            + ". Remove one of them, or give it an id" + " of its own.");
        }
    }
}
