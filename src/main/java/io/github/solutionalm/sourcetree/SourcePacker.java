package io.github.solutionalm.sourcetree;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.ZipOutput;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.packaging.NoSourceTree;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.sourcetree.PackageFiles.PackedFile;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes a package of a source tree. The same tree makes the same bytes, wherever and on whichever system. */
final class SourcePacker {

    /** SolutionPackager ends lines so on Windows, and environments when they export. */
    static final String LINE_END = "\r\n";

    static final String CUSTOMIZATIONS = "customizations.xml";
    static final String SOLUTION = "solution.xml";
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final int ROOT_FILES = 3;

    private final SourceTree tree;
    private final boolean managed;
    private final PackOptions options;
    private final Problems problems;
    /** The paths in the tree that hold components, by their ids. */
    private final Map<String, String> holders = new HashMap<>();

    /** Where the tree lists its root components. */
    private final List<String> rootLines = new ArrayList<>();

    private int entries;

    SourcePacker(SourceTree tree, boolean managed, PackOptions options) {
        this.tree = tree;
        this.managed = managed;
        this.options = options;
        this.problems = new Problems(!options.uncoveredFails());
    }

    /** Makes the package, and puts it into its place when it was read and found complete. */
    PackedSolution pack(Path file) throws SolutionException {
        Path folder = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        // Whoever reads it calls it by its name.
        Path draft = folder.resolve(file.getFileName());
        try {
            Files.createDirectories(folder);
            write(draft);
            SolutionPackage read = read(draft);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new PackedSolution(file, read.manifest(), entries, problems.warnings());
        } catch (IOException e) {
            throw new SolutionException(
                    "Tried to pack the source tree " + tree.folder() + " into " + file + " but failed because: "
                            + FileFault.of(e) + ". Free the file or the disk and pack again.",
                    e);
        } finally {
            delete(draft);
            delete(folder);
        }
    }

    /** Reads the package as an import does, even if something is wrong already: all of it is told at once. */
    private SolutionPackage read(Path draft) throws SolutionException {
        try (OpenedPackage opened = OpenedPackage.open(draft, Optional.empty())) {
            SolutionPackage solution = opened.outline();
            Coverage.check(solution, rootLines, holders, problems);
            problems.refuse();
            return solution;
        } catch (RefusalException e) {
            problems.refuse();
            throw e;
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    private void write(Path file) throws IOException, SolutionException {
        TreeFiles files = TreeFiles.of(tree.folder(), problems);
        NoSourceTree.withoutTexts(tree.folder()).ifPresent(why -> problems.error("Resources", why));
        Mappings mappings = new Mappings(options.mappings(), problems);
        mappings.applyTo(files);
        TreeSources sources = new TreeSources(files, managed, tree.type() == TreeType.BOTH, problems);
        PackageFiles contents = new PackageFiles(files, mappings, problems);
        CustomizationsAssembly customizations = new CustomizationsAssembly(
                sources, new SourceFiles(files, contents, holders, problems), contents, problems);
        String skeleton = required(files, Layout.CUSTOMIZATIONS);
        Element manifest = manifest(files);
        try (ZipOutput zip = new ZipOutput(file)) {
            zip.add(CUSTOMIZATIONS, out -> customizations.write(skeleton, out));
            if (!customizations.isComplete()) {
                problems.refuse();
            }
            contents.addOthers(sources);
            mappings.reportUnused();
            zip.add(SOLUTION, out -> XmlOutput.document(manifest, out, LINE_END));
            for (PackedFile content : contents.all()) {
                if (!Unfinished.isReported(content.path(), content.source(), problems)) {
                    zip.add(content.name(), out -> Files.copy(content.source(), out));
                }
            }
            List<String> names = contents.all().stream().map(PackedFile::name).toList();
            zip.add(
                    CONTENT_TYPES,
                    out -> XmlOutput.onOneLine(ContentTypes.of(List.of(CUSTOMIZATIONS, SOLUTION), names), out));
        }
        if (files.hasCanvasSources()) {
            problems.warning(
                    "CanvasApps", "Sources of canvas apps are not built; the .msapp beside them is packed as it is.");
        }
        entries = contents.all().size() + ROOT_FILES;
    }

    private String required(TreeFiles files, String path) throws SolutionException {
        if (files.find(path).isEmpty()) {
            problems.error(path, "This file of a source tree is missing. Unpack the solution again, or restore it.");
            problems.refuse();
        }
        return files.find(path).orElseThrow();
    }

    private Element manifest(TreeFiles files) throws IOException, SolutionException {
        String path = required(files, Layout.SOLUTION);
        Element document = files.document(path).orElse(Element.placeholder("ImportExportXml"));
        ManifestEdit.value(document, "RootComponents")
                .map(Element::elements)
                .orElse(List.of())
                .forEach(root -> rootLines.add(Problems.at(path, root.line())));
        Element changed = ManifestEdit.put(document, ManifestEdit.MANAGED, managed ? "1" : "0");
        return options.version().isEmpty()
                ? changed
                : ManifestEdit.put(
                        changed, ManifestEdit.VERSION, options.version().get().toString());
    }
}
