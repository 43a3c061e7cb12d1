package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A source tree that is written aside first, so that the real one changes only when all packages could be read. */
final class TreeDraft implements AutoCloseable {

    private final Path folder;
    private final String lineEnd;
    private final Problems problems;
    /** By path in lower case. */
    private final Map<String, String> paths = new HashMap<>();

    TreeDraft(String lineEnd, Problems problems) throws IOException {
        this.folder = Files.createTempDirectory("solution-tree");
        this.lineEnd = lineEnd;
        this.problems = problems;
    }

    /** Whether nothing was written to a path, in any case. */
    boolean isFree(String path) {
        return !paths.containsKey(path.toLowerCase(Locale.ROOT));
    }

    /** Writes an element as a document. */
    void document(String path, Element root) throws IOException {
        write(path, out -> XmlOutput.document(root, out, lineEnd));
    }

    /** Writes a text as it is. */
    void text(String path, String text) throws IOException {
        byte[] bytes = ("\uFEFF" + text.replace("\n", lineEnd)).getBytes(StandardCharsets.UTF_8);
        write(path, out -> out.write(bytes));
    }

    void copy(String path, InputStream content) throws IOException {
        write(path, content::transferTo);
    }

    /** What is in a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file; a path that no file can have on some system, or that another file has, is a problem. */
    void write(String path, Content content) throws IOException {
        var fault = PortablePath.fault(path);
        if (fault.isPresent()) {
            problems.error(
                    path,
                    "The package has a file or component whose path in a tree would be this. It " + fault.get()
                            + ". Rename it in the environment and export again.");
            return;
        }
        String other = paths.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (other != null) {
            problems.error(
                    path,
                    "The package has two files or components whose path in a tree would be this, or " + other
                            + ". Rename one of them in the environment and export again.");
            return;
        }
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        } catch (java.nio.file.FileSystemException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    String lineEnd() {
        return lineEnd;
    }

    /** All paths, in the order of folders. */
    List<String> paths() {
        List<String> all = new ArrayList<>(paths.values());
        all.sort(TreeOrder.PATHS);
        return all;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = new ArrayList<>(files.toList());
        }
        java.util.Collections.reverse(all);
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
