package io.github.solutionalm.sourcetree;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.ZipOutput;
import io.github.solutionalm.sourcetree.UnpackOptions.LineEndings;
import io.github.solutionalm.sourcetree.UnpackOptions.StaleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The solution ContosoOrders: its source tree of both types, as an environment exported it, and as it is packed. */
final class TreeFixture {

    private static final Path RESOURCES = Path.of("src/test/resources/io/github/solutionalm/sourcetree");

    static final UnpackOptions UNPACK = new UnpackOptions(StaleFiles.DELETE, false, LineEndings.LF, false);

    private final Path folder;

    private TreeFixture(Path folder) {
        this.folder = folder;
    }

    /** A copy of the tree, to be changed. */
    static TreeFixture in(Path parent) throws IOException {
        Path folder = parent.resolve("orders");
        copy(RESOURCES.resolve("orders"), folder, false);
        return new TreeFixture(folder);
    }

    /**
     * A copy of the tree whose files were written in another order.
     */
    static TreeFixture backwardsIn(Path parent) throws IOException {
        Path folder = parent.resolve("orders");
        copy(RESOURCES.resolve("orders"), folder, true);
        return new TreeFixture(folder);
    }

    private static void copy(Path from, Path to, boolean backwards) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile)
                    .sorted((a, b) -> backwards ? b.compareTo(a) : a.compareTo(b))
                    .toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    TreeFixture write(String path, String text) throws IOException {
        Files.createDirectories(file(path).getParent());
        Files.writeString(file(path), text);
        return this;
    }

    TreeFixture replace(String path, String text, String other) throws IOException {
        String before = Files.readString(file(path));
        if (!before.contains(text)) {
            throw new IllegalArgumentException(path + " has no " + text);
        }
        return write(path, before.replace(text, other));
    }

    TreeFixture delete(String path) throws IOException {
        Files.delete(file(path));
        return this;
    }

    PackedSolution pack(boolean managed) throws SolutionException {
        return pack(managed, PackOptions.DEFAULTS);
    }

    PackedSolution pack(boolean managed, PackOptions options) throws SolutionException {
        Path file = folder.resolveSibling(managed ? "managed.zip" : "unmanaged.zip");
        return SourceTree.open(folder).pack(managed, file, options);
    }

    /** The package as an environment exports it. */
    static Path exported(Path parent, boolean managed) throws IOException {
        Path zip = parent.resolve(managed ? "exported-managed.zip" : "exported.zip");
        Path from = RESOURCES.resolve("orders-exported");
        try (ZipOutput out = new ZipOutput(zip)) {
            for (Map.Entry<String, byte[]> file : files(from).entrySet()) {
                byte[] bytes = managed && file.getKey().endsWith("s.xml")
                                || file.getKey().equals("solution.xml")
                        ? edited(file.getValue(), managed)
                        : file.getValue();
                out.add(file.getKey(), target -> target.write(bytes));
            }
        }
        return zip;
    }

    private static byte[] edited(byte[] bytes, boolean managed) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return (managed
                        ? text.replace("<Managed>0", "<Managed>1")
                                .replace("description=\"Quick\"", "description=\"\"")
                                .replace("<SubArea Id=\"cto_sub\"", "<SubArea Id=\"cto_sub\" AvailableOffline=\"true\"")
                        : text)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A root file as it is packed. */
    static byte[] packed(String name) throws IOException {
        return Files.readAllBytes(RESOURCES.resolve("orders-packed").resolve(name));
    }

    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    static byte[] entry(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    static List<String> names(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList();
        }
    }
}
