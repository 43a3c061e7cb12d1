package io.github.solutionalm.mojo;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.console.UnpackPrintout;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.mojo.sources.SourceFolder;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.sourcetree.SourceTree;
import io.github.solutionalm.sourcetree.UnpackOptions;
import io.github.solutionalm.sourcetree.UnpackOptions.LineEndings;
import io.github.solutionalm.sourcetree.UnpackOptions.StaleFiles;
import io.github.solutionalm.sourcetree.UnpackedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Unpacks solution packages into a source tree, in the layout of {@code pac solution unpack} and SolutionPackager. A file of the tree
 * that says the same already is not touched. With {@code check} nothing is written, and the build fails if the tree differs.
 *
 * @since 0.2.0
 */
@Mojo(name = "unpack", threadSafe = true, requiresProject = false)
public final class UnpackMojo extends AbstractSourceTreeMojo {

    /**
     * The package to unpack: .zip, .cab or an unzipped folder; or the managed and the unmanaged one of the same version, separated by
     * a comma, which become a source tree for both. Relative paths start at the project's base directory. Required, unless
     * {@code artifact} is given. Fails for packages that do not exist or do not belong together.
     */
    @Parameter(property = PREFIX + "file")
    private String file;

    /**
     * The package as a Maven artifact, {@code groupId:artifactId[:version[:type[:classifier]]]}, or the managed and the unmanaged
     * one, separated by a comma. Instead of {@code file}.
     */
    @Parameter(property = PREFIX + "artifact")
    private String artifact;

    /**
     * What to do about files of the source tree that the package does not have: {@code delete} them, {@code keep} them, or
     * {@code fail}.
     */
    @Parameter(property = PREFIX + "staleFiles", defaultValue = "delete")
    private String staleFiles;

    /**
     * Keep the version that {@code Other/Solution.xml} has. So a new export that differs in nothing else changes no file; the version
     * of the packages comes from the POM then.
     */
    @Parameter(property = PREFIX + "keepVersion", defaultValue = "false")
    private boolean keepVersion;

    /**
     * How lines end in files that are written: {@code lf}, {@code crlf}, or {@code auto}: as in the tree that is there, else as on
     * the system that the build runs on.
     */
    @Parameter(property = PREFIX + "lineEndings", defaultValue = "auto")
    private String lineEndings;

    /** Write nothing, and fail if the source tree says something else than the package: with the files that differ. */
    @Parameter(property = PREFIX + "check", defaultValue = "false")
    private boolean check;

    @Inject
    UnpackMojo(MavenBuild build) {
        super("unpack", build);
    }

    @Override
    void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        UnpackOptions options = new UnpackOptions(
                ParameterText.choice("staleFiles", staleFiles, StaleFiles.class),
                keepVersion,
                ParameterText.choice("lineEndings", lineEndings, LineEndings.class),
                check);
        List<Path> packages = packages();
        Path folder = SourceFolder.target(sourceDirectory(), build().baseDirectory());
        UnpackPrintout out = new UnpackPrintout(printout());
        out.packages(packages);
        UnpackedTree unpacked = unpack(packages, folder, options);
        out.unpacked(unpacked, folder, options);
        if (check && differs(unpacked, options)) {
            throw new MojoFailureException(UnpackPrintout.difference(unpacked, folder, packages));
        }
    }

    private static boolean differs(UnpackedTree tree, UnpackOptions options) {
        boolean keeps = options.staleFiles() == StaleFiles.KEEP;
        return !tree.added().isEmpty()
                || !tree.changed().isEmpty()
                || !tree.stale().isEmpty() && !keeps;
    }

    private List<Path> packages() throws SolutionException, MojoExecutionException {
        List<Path> packages;
        try (OpenPackages opened = new OpenPackages()) {
            packages = selection(opened).select(PackagesAsked.of(null, file, artifact)).stream()
                    .map(PackageSelection.Selected::file)
                    .toList();
        }
        if (packages.size() > 2) {
            throw new MojoExecutionException(
                    "solution:unpack takes one package, or the managed and the unmanaged one of the"
                            + " same version, and " + packages.size()
                            + " are given. Unpack each solution into a folder of its own:"
                            + " -Dsolution.sourceDirectory.");
        }
        return packages;
    }

    private static UnpackedTree unpack(List<Path> packages, Path folder, UnpackOptions options)
            throws SolutionException, MojoFailureException {
        try {
            return SourceTree.unpack(packages, folder, options);
        } catch (RefusalException e) {
            throw new MojoFailureException(
                    "Tried to unpack " + UnpackPrintout.names(packages) + " into " + folder + " but failed because: "
                            + e.getMessage(),
                    e);
        }
    }
}
