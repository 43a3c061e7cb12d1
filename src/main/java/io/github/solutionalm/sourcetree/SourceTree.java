package io.github.solutionalm.sourcetree;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SolutionManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        return Files.isRegularFile(folder.resolve("Other/Solution.xml"));
    }

    /**
     * Opens a source tree.
     *
     * @throws io.github.solutionalm.RefusalException if the folder is none, or its manifest can't be read
     */
    public static SourceTree open(Path folder) throws SolutionException {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        return folder;
    }

    /** What {@code Other/Solution.xml} says. */
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
     * @throws io.github.solutionalm.RefusalException naming all that is wrong with the tree
     */
    public PackedSolution pack(boolean managed, Path file, PackOptions options) throws SolutionException {
        throw new UnsupportedOperationException();
    }

    /** All files and folders whose content or listing decides what {@link #pack} writes, for whoever wants to know whether to pack again. */
    public List<Path> inputs(PackOptions options) throws SolutionException {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes packages as a source tree.
     *
     * @param packages one, or the managed and the unmanaged of one version: .zip, .cab or unzipped folder
     * @param folder is made if it is not there
     * @throws io.github.solutionalm.RefusalException if they can't be read, don't belong together, or have names that can't be
     *     files on every system
     */
    public static UnpackedTree unpack(List<Path> packages, Path folder, UnpackOptions options)
            throws SolutionException {
        throw new UnsupportedOperationException();
    }
}
