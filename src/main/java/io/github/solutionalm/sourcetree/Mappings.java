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
import java.util.regex.Pattern;
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
        List<Path> found;
        try (Stream<Path> all = Files.walk(folder)) {
            found = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : found) {
            String rest = folder.relativize(file).toString().replace('\\', '/');
            String path = tidy(mapping.from()) + "/" + rest;
            files.put(files.find(path).orElse(path), file);
        }
        if (found.isEmpty()) {
            missing(mapping, "the folder " + mapping.to() + " is empty");
        }
    }

    /** The file that is read in place of a path of the tree. */
    Optional<Path> find(String path) throws IOException {
        for (Mapping mapping : mappings) {
            if (mapping.kind() != Kind.FOLDER && fits(mapping, path)) {
                used.add(mapping);
                List<Path> found = found(mapping, path);
                if (found.size() == 1) {
                    return Optional.of(found.get(0));
                }
                missing(
                        mapping,
                        found.isEmpty()
                                ? "no file was found at " + mapping.to() + " for " + path
                                : found.size() + " files at " + mapping.to() + " fit " + path + ", such as "
                                        + found.get(0) + " and " + found.get(1));
                return Optional.empty();
            }
        }
        return Optional.empty();
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
            return glob(from).matcher(path).matches();
        }
        return glob(from).matcher(name).matches()
                || !from.contains("*") && withoutDots(from).equals(withoutDots(name));
    }

    private static List<Path> found(Mapping mapping, String path) throws IOException {
        String to = tidy(mapping.to());
        int star = to.indexOf('*');
        if (star < 0 && mapping.kind() == Kind.FILE_TO_FILE) {
            Path file = Path.of(to);
            return Files.isRegularFile(file) ? List.of(file) : List.of();
        }
        String base = star < 0 ? to : to.substring(0, Math.max(0, to.lastIndexOf('/', star)));
        boolean deep = to.contains(ANY_FOLDER);
        Pattern pattern = mapping.kind() == Kind.FILE_TO_FILE ? glob(to) : null;
        String wanted = withoutDots(name(path));
        Path folder = Path.of(base.isEmpty() ? "/" : base);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, deep ? Integer.MAX_VALUE : 1)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> pattern != null
                            ? pattern.matcher(tidy(file.toString())).matches()
                            : withoutDots(file.getFileName().toString()).equals(wanted))
                    .sorted()
                    .forEach(found::add);
        }
        return found;
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

    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            if (glob.startsWith("**/", i)) {
                regex.append("(.*/)?");
                i += 3;
            } else if (glob.startsWith(ANY_FOLDER, i)) {
                regex.append(".*");
                i += 2;
            } else {
                char c = glob.charAt(i);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                i++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }
}
