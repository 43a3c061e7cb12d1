package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.sources.PackageOutput;
import io.github.solutionalm.sourcetree.ChangedSources;
import io.github.solutionalm.sourcetree.PackOptions;
import io.github.solutionalm.sourcetree.PackedSolution;
import io.github.solutionalm.sourcetree.SourceTree;
import io.github.solutionalm.sourcetree.TreeType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Source trees in places where packages are named: each is packed, once in a goal, and the goal goes on with the package. Of a tree
 * that holds both, that is the managed one.
 */
public final class PackedTrees {

    private final Path folder;
    private final String packer;
    private final Printout out;
    private final Map<Path, Path> packed = new HashMap<>();

    /**
     * Packs into a folder of the output directory.
     *
     * @param packer name and version of what packs
     */
    public PackedTrees(Path outputDirectory, String packer, Printout out) {
        this.folder = outputDirectory.resolve("packed");
        this.packer = packer;
        this.out = out;
    }

    /**
     * The same packages, with a package in place of each source tree.
     *
     * @throws MojoExecutionException if one can't be packed: with all that is wrong with it
     */
    public List<PackageSelection.Selected> packed(List<PackageSelection.Selected> selected)
            throws MojoExecutionException {
        List<PackageSelection.Selected> packages = new ArrayList<>();
        for (PackageSelection.Selected one : selected) {
            packages.add(new PackageSelection.Selected(packed(one.file()), one.sha256(), one.parameter()));
        }
        return List.copyOf(packages);
    }

    /**
     * The package of a source tree; the path itself if it is something else.
     *
     * @throws MojoExecutionException if it can't be packed
     */
    public Path packed(Path path) throws MojoExecutionException {
        if (!SourceTree.is(path)) {
            return path;
        }
        Path done = packed.get(path);
        if (done == null) {
            done = pack(path);
            packed.put(path, done);
        }
        return done;
    }

    private Path pack(Path path) throws MojoExecutionException {
        try {
            SourceTree tree = SourceTree.open(path);
            boolean managed = tree.type() != TreeType.UNMANAGED;
            Path file = folder.resolve(PackageOutput.name(
                    tree.manifest().uniqueName(), tree.manifest().version(), managed));
            Optional<PackedSolution> result =
                    new ChangedSources(folder, packer).pack(tree, managed, file, PackOptions.DEFAULTS);
            out.line(
                    "Packed",
                    out.path(path) + " into " + out.path(file) + ", " + (managed ? "managed" : "unmanaged")
                            + result.map(one -> ", " + Wording.count(one.entries(), "file"))
                                    .orElse(", is up to date"));
            result.ifPresent(one -> one.warnings().forEach(out::warning));
            return file;
        } catch (RefusalException e) {
            throw new MojoExecutionException(
                    "Tried to pack the source tree " + path + " but failed because: " + e.getMessage(), e);
        } catch (SolutionException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
