package io.github.solutionalm.mojo;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.console.PackPrintout;
import io.github.solutionalm.mojo.sources.MappingsParameter;
import io.github.solutionalm.mojo.sources.PackageOutput;
import io.github.solutionalm.mojo.sources.PackageToMake;
import io.github.solutionalm.mojo.sources.PackageType;
import io.github.solutionalm.mojo.sources.PackageVersion;
import io.github.solutionalm.mojo.sources.SourceFolder;
import io.github.solutionalm.mojo.sources.VersionMismatch;
import io.github.solutionalm.sourcetree.ChangedSources;
import io.github.solutionalm.sourcetree.Mapping;
import io.github.solutionalm.sourcetree.MappingFile;
import io.github.solutionalm.sourcetree.MappingText;
import io.github.solutionalm.sourcetree.PackOptions;
import io.github.solutionalm.sourcetree.PackedSolution;
import io.github.solutionalm.sourcetree.SourceTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Packs a source tree into solution packages: of a tree with the sources of both, the managed and the unmanaged one. Packaging
 * {@code solution} runs it in phase {@code package}; the managed package is then the main artifact, or the unmanaged one of a tree
 * that has no managed sources, and the other one is attached. In projects of other packagings the packages are attached with the
 * classifiers {@code managed} and {@code unmanaged}. The same sources give the same bytes on every system. Unchanged sources are not
 * packed again: names and contents of all files, options and the plugin's version are compared with those of the last build.
 *
 * @since 0.2.0
 */
@Mojo(name = "pack", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true, requiresProject = false)
public final class PackMojo extends AbstractSourceTreeMojo {

    /**
     * Which packages to make: {@code auto}, those that the source tree holds; {@code managed}; {@code unmanaged}; {@code both}. Fails
     * if the tree does not hold the sources of one: its {@code Other/Solution.xml} says {@code <Managed>} 0 for unmanaged, 1 for
     * managed and 2 for both.
     */
    @Parameter(property = PREFIX + "packageType", defaultValue = "auto")
    private String packageType;

    /**
     * The version of the packages, such as {@code 2.1.0}: up to four numbers from 0 to 2147483647, the missing ones are 0. A
     * {@code -SNAPSHOT} at its end is left out; another qualifier fails. Default: the project's version; without a project, the
     * version that the source tree says.
     */
    @Parameter(property = PREFIX + "solutionVersion")
    private String solutionVersion;

    /**
     * The fourth number of the version, from 0 to 2147483647: the run number of the CI system, for instance. {@code 2.1.0-SNAPSHOT}
     * with 57 gives {@code 2.1.0.57}. Fails for a version that has four numbers already.
     */
    @Parameter(property = PREFIX + "buildNumber")
    private String buildNumber;

    /**
     * What to do when {@code Other/Solution.xml} has another version than the project (or {@code solutionVersion}):
     * {@code replace} writes the project's into the packages and leaves the source tree as it is; {@code keep} packs the tree's;
     * {@code fail} fails.
     */
    @Parameter(property = PREFIX + "versionMismatch", defaultValue = "replace")
    private String versionMismatch;

    /**
     * Files that are taken from elsewhere, such as assemblies that the build has just made. The first that fits counts:
     * <pre>
     * &lt;mappings&gt;
     *   &lt;fileToFile&gt;&lt;map&gt;Contoso.Plugins.dll&lt;/map&gt;&lt;to&gt;../plugins/target/Contoso.Plugins.dll&lt;/to&gt;&lt;/fileToFile&gt;
     *   &lt;fileToPath&gt;&lt;map&gt;WebResources/**&#47;*.js&lt;/map&gt;&lt;to&gt;../scripts/dist/**&lt;/to&gt;&lt;/fileToPath&gt;
     *   &lt;folder&gt;&lt;map&gt;WebResources/contoso_&lt;/map&gt;&lt;to&gt;../web&lt;/to&gt;&lt;/folder&gt;
     * &lt;/mappings&gt;
     * </pre>
     * {@code <map>} is a path in the source tree or a file's name; {@code <to>} is where it is, from the project's base directory.
     * {@code *.js}, {@code *.*} and the folder {@code **} are wildcards, {@code %NAME%} is an environment variable, {@code \} and
     * {@code /} are the same. Fails for a mapping that finds no file.
     */
    @Parameter
    private MappingsParameter mappings;

    /**
     * A mapping file as of {@code pac solution pack --map}: it comes after {@code mappings}. Its relative paths start in the source
     * tree. Fails if it does not exist or has mistakes, which are named with their lines.
     */
    @Parameter(property = PREFIX + "mapFile")
    private File mapFile;

    /**
     * What to do about a root component without source, and a component that {@code Other/Solution.xml} does not list: {@code fail},
     * or {@code warn} and pack without.
     */
    @Parameter(property = PREFIX + "uncovered", defaultValue = "fail")
    private String uncovered;

    /**
     * The .zip to write; if two packages are made, the unmanaged one is beside it with {@code -unmanaged} in its name. Default:
     * {@code <finalName>.zip} in the build directory; without a project, {@code <UniqueName>_<version>.zip} there.
     */
    @Parameter(property = PREFIX + "outputFile")
    private File outputFile;

    /** What to do about components that are not covered. */
    private enum Uncovered {
        FAIL,
        WARN
    }

    @Inject
    PackMojo(MavenBuild build) {
        super("pack", build);
    }

    @Override
    void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        PackageType type = ParameterText.choice("packageType", packageType, PackageType.class);
        VersionMismatch mismatch = ParameterText.choice("versionMismatch", versionMismatch, VersionMismatch.class);
        boolean fails = ParameterText.choice("uncovered", uncovered, Uncovered.class) == Uncovered.FAIL;
        PackPrintout out = new PackPrintout(printout());
        if (isNothingToPack()) {
            out.nothing();
            return;
        }
        Path folder = SourceFolder.existing(sourceDirectory(), build().baseDirectory());
        try {
            SourceTree tree = SourceTree.open(folder);
            out.sources(tree);
            PackageVersion version = PackageVersion.choose(
                    build(), Optional.ofNullable(solutionVersion), Optional.ofNullable(buildNumber), tree, mismatch);
            out.version(version);
            pack(tree, type, version.version(), new PackOptions(version.toWrite(), fails, mappings(tree)), out);
        } catch (RefusalException e) {
            if (e.errors().size() > 1) {
                // Maven prints the message of an exception as one line.
                e.errors().forEach(error -> printout().error("Error", error.toString()));
            }
            throw new MojoFailureException(
                    "Tried to pack the source tree " + folder + " but failed because: " + e.getMessage(), e);
        }
    }

    /** In a round over the modules of a reactor, those that have no solution are passed over. */
    private boolean isNothingToPack() {
        return build().isFromCommandLine()
                && build().isReactor()
                && sourceDirectory().isEmpty()
                && !build().packaging().equals(PackageOutput.PACKAGING)
                && !SourceFolder.isThere(build().baseDirectory());
    }

    private void pack(SourceTree tree, PackageType type, SolutionVersion version, PackOptions options, PackPrintout out)
            throws SolutionException, MojoExecutionException {
        PackageOutput output = new PackageOutput(build(), Optional.ofNullable(outputFile));
        List<PackageToMake> files =
                output.files(type.of(tree.type(), tree.folder().toString()), tree, version);
        output.refuseTwice(files);
        ChangedSources sources = new ChangedSources(outputDirectory().resolve("packed"), userAgent());
        for (PackageToMake file : files) {
            Optional<PackedSolution> packed = sources.pack(tree, file.managed(), file.file(), options);
            out.packed(file, packed, output.add(file));
        }
    }

    private List<Mapping> mappings(SourceTree tree) throws SolutionException, MojoExecutionException {
        UnaryOperator<String> variables =
                name -> build().environmentVariable(name).orElse(null);
        List<Mapping> all = new ArrayList<>();
        if (mappings != null) {
            all.addAll(mappings.in(new MappingText(build().baseDirectory().path(), variables)));
        }
        if (mapFile != null) {
            Path file = build().baseDirectory().resolve(mapFile.toPath());
            all.addAll(MappingFile.read(file, tree.folder(), variables));
        }
        return all;
    }
}
