package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.Mapping.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files that come from elsewhere than the tree. One that maps nothing, or leads to no file, is a problem. */
final class Mappings {

    private static final String ANY_FOLDER = "**";

    private final List<Mapping> mappings;
    private final Problems problems;
    private final Set<Mapping> used = new HashSet<>();

    Mappings(List<Mapping> mappings, Problems problems) {
        this.mappings = mappings;
        this.problems = problems;
    }

    /** Puts the mapped files in place of those of the tree, and adds what is in mapped folders. */
    void applyTo(TreeFiles files) throws IOException {
        for (Mapping mapping : mappings) {
            if (mapping.kind() == Kind.FOLDER) {
                addFolder(mapping, files);
            }
        }
        for (String path : files.paths()) {
            find(path).ifPresent(source -> files.put(path, source));
        }
    }

    private void addFolder(Mapping mapping, TreeFiles files) throws IOException {
        used.add(mapping);
        Path folder = Path.of(mapping.to());
        if (!Files.isDirectory(folder)) {
            missing(mapping, "there is no folder " + mapping.to());
            return;
        }
        List<Path> found = inFolder(mapping, folder);
        for (Path file : found) {
            String rest = folder.relativize(file).toString().replace('\\', '/');
            String path = tidy(mapping.from()) + "/" + rest;
            files.put(files.find(path).orElse(path), file);
        }
        if (found.isEmpty()) {
            missing(mapping, "the folder " + mapping.to() + " is empty");
        }
    }

    /** All files of a folder, by the rules for those of the tree. */
    private List<Path> inFolder(Mapping mapping, Path folder) throws IOException {
        Path root = folder.toRealPath();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = below(folder, Integer.MAX_VALUE)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (isLeftBehind(folder.relativize(file))) {
                    continue;
                }
                if (Files.isSymbolicLink(file) && !file.equals(folder) && TreeFiles.leadsOutside(root, file)) {
                    missing(
                            mapping,
                            file + " is a link to a folder or to a file outside of " + folder
                                    + ". Put a copy of the file there");
                } else if (Files.isRegularFile(file)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean isLeftBehind(Path path) {
        for (Path name : path) {
            if (TreeFiles.isHidden(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The file that is read in place of a path of the tree: the first that a mapping leads to. SolutionPackager too asks for one
     * place of several.
     */
    Optional<Path> find(String path) throws IOException {
        List<Mapping> fitting = mappings.stream()
                .filter(mapping -> mapping.kind() != Kind.FOLDER && fits(mapping, path))
                .toList();
        used.addAll(fitting);
        for (Mapping mapping : fitting) {
            List<Path> found = found(mapping, path);
            if (found.size() > 1) {
                missing(
                        mapping,
                        found.size() + " files at " + mapping.to() + " fit " + path + ", such as " + found.get(0)
                                + " and " + found.get(1));
            }
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        fitting.stream()
                .findFirst()
                .ifPresent(first -> missing(first, "no file was found at " + first.to() + " for " + path));
        return Optional.empty();
    }

    /** All files that mappings of files may lead to: also those in place of files that the tree does not have. */
    List<Path> reached() throws IOException {
        List<Path> reached = new ArrayList<>();
        for (Mapping mapping : mappings) {
            String name = name(tidy(mapping.from()));
            if (mapping.kind() == Kind.FILE_TO_FILE) {
                reached.addAll(found(mapping, mapping.from()));
            } else if (mapping.kind() == Kind.FILE_TO_PATH) {
                reached.addAll(walk(mapping, file -> fitsName(name, name(tidy(file.toString())))));
            }
        }
        return reached;
    }

    private void missing(Mapping mapping, String what) {
        problems.error(
                mapping.where(),
                "The mapping of '" + mapping.from() + "' can't be used: " + what
                        + ". Build what it maps first, or correct" + " the path.");
    }

    /** Reports mappings that nothing in the tree fits. */
    void reportUnused() {
        mappings.stream()
                .filter(mapping -> !used.contains(mapping))
                .forEach(mapping -> problems.error(
                        mapping.where(),
                        "The mapping of '" + mapping.from() + "' fits no file of the tree, and no file that a component"
                                + " names. Correct it or remove it."));
    }

    /** By path, or by name where it has no folder; assemblies also by the name that they have outside, with its dots. */
    private static boolean fits(Mapping mapping, String path) {
        String from = tidy(mapping.from());
        String name = name(path);
        if (from.contains("/")) {
            return PathPattern.of(from).matches(path);
        }
        return fitsName(from, name);
    }

    private static boolean fitsName(String from, String name) {
        return PathPattern.of(from).matches(name)
                || !from.contains("*") && withoutDots(from).equals(withoutDots(name));
    }

    private static List<Path> found(Mapping mapping, String path) throws IOException {
        String to = tidy(mapping.to());
        if (mapping.kind() == Kind.FILE_TO_PATH) {
            String wanted = withoutDots(name(path));
            return walk(
                    mapping, file -> withoutDots(name(tidy(file.toString()))).equals(wanted));
        }
        if (to.indexOf('*') < 0) {
            Path file = Path.of(to);
            return Files.isRegularFile(file) ? List.of(file) : List.of();
        }
        PathPattern pattern = PathPattern.of(to);
        return walk(mapping, file -> pattern.matches(tidy(file.toString())));
    }

    /** The files where a mapping leads that pass a test. */
    private static List<Path> walk(Mapping mapping, Predicate<Path> test) throws IOException {
        String to = tidy(mapping.to());
        int star = to.indexOf('*');
        String base = star < 0 ? to : to.substring(0, Math.max(0, to.lastIndexOf('/', star)));
        Path folder = Path.of(base.isEmpty() ? "/" : base);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = below(folder, to.contains(ANY_FOLDER) ? Integer.MAX_VALUE : 1)) {
            return all.filter(Files::isRegularFile).filter(test).sorted().toList();
        }
    }

    /** What is below a folder that may be a link: whoever maps it says where it is. Links below are not followed. */
    private static Stream<Path> below(Path folder, int depth) throws IOException {
        Path real = folder.toRealPath();
        return Files.walk(real, depth).map(file -> folder.resolve(real.relativize(file)));
    }

    private static String tidy(String path) {
        String tidy = path.strip().replace('\\', '/');
        return tidy.endsWith("/") && tidy.length() > 1 ? tidy.substring(0, tidy.length() - 1) : tidy;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code Contoso.Orders.dll} is {@code ContosoOrders.dll} in a package. */
    private static String withoutDots(String name) {
        int extension = name.lastIndexOf('.');
        String lower = name.toLowerCase(Locale.ROOT);
        return extension <= 0 ? lower : lower.substring(0, extension).replace(".", "") + lower.substring(extension);
    }
}
