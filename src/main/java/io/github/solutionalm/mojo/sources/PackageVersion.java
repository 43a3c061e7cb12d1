package io.github.solutionalm.mojo.sources;

import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.sourcetree.SourceTree;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The version that packages get.
 *
 * @param version the version
 * @param source where it comes from, for the console
 * @param toWrite the version to write into the packages, if it is not the tree's
 * @param warning what is to be known of it, as whole sentences
 */
public record PackageVersion(
        SolutionVersion version, String source, Optional<SolutionVersion> toWrite, Optional<String> warning) {

    private static final String CURE =
            "Write a version such as 2.1.0 or 2.1.0-SNAPSHOT in the POM, or give the solution's"
                    + " with <solutionVersion> or -Dsolution.solutionVersion=2.1.0.";

    /**
     * Chooses between the build's version and that of the source tree.
     *
     * @param said what {@code solutionVersion} says
     * @throws MojoExecutionException if the version is none of a solution, the parameters contradict each other, or the versions may
     *     not differ and do
     */
    public static PackageVersion choose(
            MavenBuild build,
            Optional<String> said,
            Optional<String> buildNumber,
            SourceTree tree,
            VersionMismatch mismatch)
            throws MojoExecutionException {
        SolutionVersion ofTree = tree.manifest().version();
        boolean isSaid = said.isPresent() || buildNumber.isPresent();
        if (mismatch == VersionMismatch.KEEP && isSaid) {
            throw new MojoExecutionException("versionMismatch=keep packs the version of the source tree, " + ofTree
                    + ", so " + (said.isPresent() ? "solutionVersion" : "buildNumber") + " has no effect. Remove one of"
                    + " the two.");
        }
        if (mismatch == VersionMismatch.KEEP || said.isEmpty() && !build.hasProject() && buildNumber.isEmpty()) {
            return new PackageVersion(ofTree, "of the source tree", Optional.empty(), Optional.empty());
        }
        if (said.isEmpty() && !build.hasProject()) {
            throw new MojoExecutionException(
                    "buildNumber is the fourth number of a version, and there is no project with"
                            + " the first three. Give them with -Dsolution.solutionVersion=2.1.0; the source tree says "
                            + ofTree
                            + ".");
        }
        BuildVersion built = BuildVersion.of(
                said.orElseGet(build::version),
                said.isPresent() ? "solutionVersion" : "POM version",
                CURE,
                buildNumber);
        boolean differs = !built.version().equals(ofTree);
        if (differs && mismatch == VersionMismatch.FAIL) {
            throw new MojoExecutionException("The source tree " + tree.folder() + " has the version " + ofTree
                    + ", and the build " + built.version() + " (" + built.source()
                    + "). Make the two equal: <Version> in"
                    + " Other/Solution.xml, and the version in the POM; or set <versionMismatch> to replace or keep.");
        }
        return new PackageVersion(
                built.version(),
                built.source() + (differs ? "; the source tree says " + ofTree : ""),
                Optional.of(built.version()),
                built.higherThanRelease().map(release -> higher(built.version(), release)));
    }

    private static String higher(SolutionVersion snapshot, SolutionVersion release) {
        return "This snapshot has the version " + snapshot + ", which is higher than " + release
                + ", the version that its release gets without a build number. Where the snapshot was imported, the release"
                + " will be refused as a lower version. Give the release a build number too, a higher one.";
    }
}
