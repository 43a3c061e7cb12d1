package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The files of a source tree, found by their paths in any case. */
final class TreeFiles {

    /** Files that systems and version control leave in folders. */
    private static final Set<String> LEFT_BY_SYSTEMS = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    /** What lies beside the folders of a tree and is no part of the solution. */
    private static final Pattern BESIDE = Pattern.compile("(?i)[^/]+\\.(cdsproj|csproj|sln|md|zip|cab|user)");

    /** Sources of canvas apps: what is packed is the .msapp beside them. */
    static final Pattern CANVAS_SOURCES = Pattern.compile("(?i)CanvasApps/(src|[^/]+_src)/.*");

    /** A document is in memory while it is put into its place; those of real trees have a few MB. */
    private static final long MAX_DOCUMENT = 64 << 20;

    /** By path in lower case: the path as it is. */
    private final Map<String, String> names = new HashMap<>();
    /** By path as it is. */
    private final Map<String, Path> sources = new TreeMap<>(TreeOrder.PATHS);

    private final Problems problems;
    private boolean canvasSources;

    private TreeFiles(Problems problems) {
        this.problems = problems;
    }

    /** Lists a folder; names and links that can't be packed are problems. */
    static TreeFiles of(Path folder, Problems problems) throws IOException {
        TreeFiles files = new TreeFiles(problems);
        Path real = folder.toRealPath();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(real) || !isHidden(directory)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                files.visit(real, file, attributes);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Whether a path of a tree is of a file that lies beside its folders and is not packed. */
    static boolean isBeside(String path) {
        return BESIDE.matcher(path).matches();
    }

    /** Whether systems or version control have left a file there. */
    static boolean isHidden(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".git") || LEFT_BY_SYSTEMS.contains(name);
    }

    private void visit(Path root, Path file, BasicFileAttributes attributes) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (isHidden(file) || isBeside(path) || path.startsWith(".")) {
            return;
        }
        if (CANVAS_SOURCES.matcher(path).matches()) {
            canvasSources = true;
            return;
        }
        if (attributes.isOther()) {
            problems.error(path, "This is no file, and reading it may never end. Remove it.");
            return;
        }
        if (attributes.isSymbolicLink() && leadsOutside(root, file)) {
            problems.error(
                    path,
                    "This is a link to a folder or to a file outside the source tree. Put a copy of the file here, or map"
                            + " it with <mappings>.");
            return;
        }
        add(path, file);
    }

    /** Whether a link leads to no file, or to one outside of a folder that is no link itself. */
    static boolean leadsOutside(Path root, Path link) throws IOException {
        return !Files.isRegularFile(link) || !link.toRealPath().startsWith(root);
    }

    private void add(String path, Path source) {
        PortablePath.fault(path).ifPresent(fault -> problems.error(path, "This path " + fault + ". Rename it."));
        String there = names.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (there != null && !there.equals(path)) {
            problems.error(
                    path,
                    "The tree also has " + there
                            + ", and a package can't hold two files whose names differ in upper and"
                            + " lower case only. Remove one of them.");
            return;
        }
        sources.put(path, source);
    }

    /** Puts a file that was chosen in place of the one that may be there. */
    void put(String path, Path source) {
        add(path, source);
        sources.replace(path, source);
    }

    /** All paths, files before folders. */
    List<String> paths() {
        return new ArrayList<>(sources.keySet());
    }

    boolean hasCanvasSources() {
        return canvasSources;
    }

    /** The path as the tree has it, of a path in any case. */
    Optional<String> find(String path) {
        return Optional.ofNullable(names.get(path.toLowerCase(Locale.ROOT)));
    }

    /** The file of a path that {@link #find} gave. */
    Path source(String path) {
        return sources.get(path);
    }

    InputStream open(String path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(source(path)), 1 << 16);
    }

    /** The document in a file; nothing, and a problem, if it can't be read as one. */
    Optional<Element> document(String path) throws IOException {
        return document(path, source(path), problems);
    }

    /** The same of a file that was found in another way. */
    static Optional<Element> document(String path, Path file, Problems problems) throws IOException {
        if (Files.size(file) > MAX_DOCUMENT) {
            problems.error(
                    path,
                    String.format(
                            Locale.ROOT,
                            "This file is too large: %,d bytes; the limit is %,d. Remove what is no part of it.",
                            Files.size(file),
                            MAX_DOCUMENT));
            return Optional.empty();
        }
        if (Unfinished.isReported(path, file, problems)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return Optional.of(XmlInput.document(in));
        } catch (XMLStreamException e) {
            IOException cause = XmlInput.cause(e);
            if (cause != null && !(cause instanceof java.io.CharConversionException)) {
                throw cause;
            }
            problems.malformed(path, e);
            return Optional.empty();
        }
    }
}
