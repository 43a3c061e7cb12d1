package io.github.solutionalm.mojo.sources;

import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.sourcetree.SourceTree;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** The folder of the source tree: the configured one, else that of Maven's layout, else that of pac's. */
public final class SourceFolder {

    private static final Path MAVEN = Path.of("src", "main", "solution");
    private static final Path PAC = Path.of("src");
    /** What belongs to Maven in the folder that pac has to itself. */
    private static final List<String> OF_MAVEN = List.of("main", "test", "it", "site");

    private SourceFolder() {}

    /**
     * The source tree that is there.
     *
     * @param configured what {@code sourceDirectory} says
     * @throws MojoExecutionException if there is none: naming where it looked
     */
    public static Path existing(Optional<File> configured, BaseDirectory base) throws MojoExecutionException {
        Path folder = target(configured, base);
        if (Files.isDirectory(folder)) {
            // What is wrong with a folder that is no source tree is told by whoever opens it.
            return folder;
        }
        if (configured.isPresent()) {
            throw new MojoExecutionException("The source directory " + folder + " "
                    + (Files.exists(folder) ? "is a file" : "does not exist")
                    + ". Correct <sourceDirectory> or -Dsolution.sourceDirectory: it is the folder that holds"
                    + " Other/Solution.xml; relative paths start at " + base.path() + ".");
        }
        throw new MojoExecutionException("There is no source tree of a solution: neither " + base.resolve(MAVEN)
                + " nor "
                + base.resolve(PAC) + " has Other/Solution.xml. Name the folder that does with <sourceDirectory> or"
                + " -Dsolution.sourceDirectory, or make one of a package: mvn solution:unpack"
                + " -Dsolution.file=path/to/Solution.zip.");
    }

    /**
     * The folder to unpack into, whether it is there or not.
     *
     * @throws MojoExecutionException if other sources of the project are in it
     */
    public static Path target(Optional<File> configured, BaseDirectory base) throws MojoExecutionException {
        Path folder = of(configured, base);
        if (folder.equals(base.resolve(PAC))) {
            for (String name : OF_MAVEN) {
                if (Files.isDirectory(folder.resolve(name))) {
                    throw new MojoExecutionException("The source tree " + folder + " also has the folder " + name
                            + ", which is no part of a solution: it would be packed, and deleted when a package is unpacked."
                            + " Move the tree (Other and what lies beside it) into " + base.resolve(MAVEN) + ".");
                }
            }
        }
        return folder;
    }

    private static Path of(Optional<File> configured, BaseDirectory base) {
        if (configured.isPresent()) {
            return base.resolve(configured.get().toPath());
        }
        Path maven = base.resolve(MAVEN);
        Path pac = base.resolve(PAC);
        return !Files.isDirectory(maven) && SourceTree.is(pac) ? pac : maven;
    }

    /** Whether a source tree is where one is looked for without configuration. */
    public static boolean isThere(BaseDirectory base) {
        return SourceTree.is(of(Optional.empty(), base));
    }
}
