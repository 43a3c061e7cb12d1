package io.github.solutionalm.sourcetree;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.packaging.ManifestReader;
import io.github.solutionalm.packaging.NoSourceTree;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** A folder of sources in the layout of SolutionPackager: {@code Other/Solution.xml} and what lies beside {@code Other}. */
public final class SourceTree {

    private final Path folder;
    private final SolutionManifest manifest;
    private final TreeType type;

    private SourceTree(Path folder, SolutionManifest manifest, TreeType type) {
        this.folder = folder;
        this.manifest = manifest;
        this.type = type;
    }

    /** Whether a folder is a source tree. */
    public static boolean is(Path folder) {
        return manifestOf(folder).isPresent();
    }

    /**
     * Opens a source tree.
     *
     * @throws RefusalException if the folder is none, or its manifest can't be read
     */
    public static SourceTree open(Path folder) throws SolutionException {
        Path file = manifestOf(folder).orElseThrow(() -> refusal(NoSourceTree.explain(folder)));
        Problems problems = new Problems(false);
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw refusal(
                        path + ": This is a link to a file outside the source tree. Put a copy of the file here.");
            }
            Optional<Element> document = TreeFiles.document(path, file, problems);
            problems.refuse();
            return new SourceTree(folder, manifest(document.orElseThrow()), type(document.orElseThrow(), file));
        } catch (XMLStreamException e) {
            throw refusal(file + " is not valid XML: " + e.getMessage());
        } catch (IOException e) {
            throw new SolutionException("Reading " + file + " failed: " + FileFault.of(e) + ".", e);
        }
    }

    private static RefusalException refusal(String what) {
        return new RefusalException(Finding.withoutCode(what));
    }

    /** The manifest, whatever the case of its name. */
    private static Optional<Path> manifestOf(Path folder) {
        return child(folder, "Other")
                .flatMap(other -> child(other, "Solution.xml"))
                .filter(Files::isRegularFile);
    }

    private static Optional<Path> child(Path folder, String name) {
        Path exactly = folder.resolve(name);
        if (Files.exists(exactly) || !Files.isDirectory(folder)) {
            return Optional.of(exactly).filter(Files::exists);
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(
                folder, child -> child.getFileName().toString().equalsIgnoreCase(name))) {
            for (Path child : children) {
                return Optional.of(child);
            }
        } catch (IOException e) {
            // what can't be listed is no tree for us
        }
        return Optional.empty();
    }

    private static TreeType type(Element document, Path file) throws RefusalException {
        String value = ManifestEdit.value(document, ManifestEdit.MANAGED)
                .map(Element::text)
                .orElse("");
        return switch (value.strip()) {
            case "0" -> TreeType.UNMANAGED;
            case "1" -> TreeType.MANAGED;
            case "2" -> TreeType.BOTH;
            default ->
                throw refusal(file + ": <Managed> is '" + value
                        + "'. It must be 0 for an unmanaged, 1 for a managed solution, or 2 for both.");
        };
    }

    /** What the manifest of a package says, read by the rules for packages; of both types as unmanaged. */
    private static SolutionManifest manifest(Element document)
            throws IOException, XMLStreamException, SolutionException {
        boolean both = ManifestEdit.value(document, ManifestEdit.MANAGED)
                .filter(value -> value.text().strip().equals("2"))
                .isPresent();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlOutput.document(both ? ManifestEdit.put(document, ManifestEdit.MANAGED, "0") : document, bytes, "\n");
        return ManifestReader.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    public Path folder() {
        return folder;
    }

    /** What {@code Other/Solution.xml} says; {@code managed} is {@code false} for a tree of both types. */
    public SolutionManifest manifest() {
        return manifest;
    }

    public TreeType type() {
        return type;
    }

    /**
     * Makes a package.
     *
     * @param file the .zip, replaced as a whole if it is there
     * @throws RefusalException naming all that is wrong with the tree; no file is written then
     */
    public PackedSolution pack(boolean managed, Path file, PackOptions options) throws SolutionException {
        if (!type.holds(managed)) {
            String has = managed ? "an unmanaged" : "a managed";
            throw refusal("The tree " + folder + " has the sources of " + has + " package, and of them no "
                    + (managed ? "managed" : "unmanaged") + " one can be made. Pack it as "
                    + has.substring(has.indexOf(' ') + 1)
                    + ", or unpack both packages of the solution into it.");
        }
        refuseInside(file);
        return new SourcePacker(this, managed, options).pack(file);
    }

    /** A package in its own tree would be packed into the next one. */
    private void refuseInside(Path file) throws RefusalException {
        Path root = folder.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        if (path.startsWith(root)
                && !TreeFiles.isBeside(root.relativize(path).toString().replace('\\', '/'))) {
            throw refusal("The package " + file + " would lie in the source tree " + folder
                    + ", and be packed into the next package. Write it elsewhere: say so with <outputFile> or"
                    + " -Dsolution.outputFile, or with <outputDirectory> or -Dsolution.outputDirectory; or put the tree"
                    + " into a folder of its own, such as src/main/solution.");
        }
    }

    /**
     * The files that {@link #pack} reads or may read, for whoever wants to know whether to pack again.
     *
     * @throws RefusalException if there are files that can't be packed
     */
    public List<Path> inputs(PackOptions options) throws SolutionException {
        Problems problems = new Problems(true);
        try {
            TreeFiles files = TreeFiles.of(folder, problems);
            Mappings mappings = new Mappings(options.mappings(), problems);
            mappings.applyTo(files);
            problems.refuse();
            return Stream.concat(files.paths().stream().map(files::source), mappings.reached().stream())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new SolutionException("Reading " + folder + " failed: " + FileFault.of(e) + ".", e);
        }
    }

    /**
     * Writes packages as a source tree.
     *
     * @param packages one, or the managed and the unmanaged of one version: .zip, .cab or unzipped folder
     * @param folder is made if it is not there
     * @throws RefusalException if they can't be read, don't belong together, or have names that can't be files on every
     *     system
     */
    public static UnpackedTree unpack(List<Path> packages, Path folder, UnpackOptions options)
            throws SolutionException {
        try (SourceUnpacker unpacker = SourceUnpacker.of(packages, folder, options)) {
            return unpacker.unpack();
        }
    }
}
