package io.github.solutionalm.mojo;

import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.InspectionPrintout;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.packaging.PackageInspector;
import io.github.solutionalm.report.InspectionReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the content of solution packages: manifest and publisher, components by type, languages, required solutions, and
 * code. Needs no environment. Also writes {@code inspection.json} to {@code outputDirectory}.
 *
 * @since 0.1.0
 */
@Mojo(name = "inspect", threadSafe = true, requiresProject = false)
public final class InspectMojo extends AbstractSolutionMojo {

    /**
     * The packages to inspect:
     * <pre>
     * &lt;packages&gt;
     *   &lt;package&gt;
     *     &lt;file&gt;src/solutions/ContosoOrders_2_0_0_0_managed.zip&lt;/file&gt;
     *     &lt;sha256&gt;…&lt;/sha256&gt;
     *   &lt;/package&gt;
     * &lt;/packages&gt;
     * </pre>
     * {@code <file>} is a .zip, a .cab, an unzipped folder or a source tree, which is packed first. {@code <sha256>} pins it: a
     * package is refused if neither its {@code sha256} nor its {@code contentSha256} is that. The build fails without a package
     * and for a file that does not exist. Default: the project's dependencies that are solution packages.
     *
     * <p>Or the package is a Maven artifact: {@code <groupId>} and {@code <artifactId>} instead of {@code <file>}, and
     * {@code <version>} (default: that of the POM's dependencies, its dependencyManagement or the reactor), {@code <classifier>}
     * (default: the main artifact; {@code managed} and {@code unmanaged} are held against the manifest) and {@code <type>}
     * ({@code zip}, the default, or {@code cab}). It is taken from the reactor, or the local or remote repositories of the
     * project. The build fails for an artifact that is not found.
     */
    @Parameter
    private List<PackageParameter> packages;

    /**
     * Paths of packages, comma-separated. They replace {@code packages}. Relative paths start at the project's base
     * directory.
     */
    @Parameter(property = PREFIX + "file")
    private String file;

    /**
     * Packages as Maven artifacts, {@code groupId:artifactId[:version[:type[:classifier]]]}, comma-separated. They replace
     * {@code packages}. What is left out is as in {@code packages}. Together with {@code file}, or for an artifact that is not
     * found, the build fails.
     */
    @Parameter(property = PREFIX + "artifact")
    private String artifact;

    @Inject
    InspectMojo(MavenBuild build) {
        super("inspect", build);
    }

    @Override
    void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        Printout out = printout();
        List<PackageInspection> inspections = new ArrayList<>();
        try (OpenPackages opened = new OpenPackages()) {
            for (PackageSelection.Selected selected :
                    selection(opened).select(PackagesAsked.of(packages, file, artifact), true)) {
                inspections.add(inspect(selected, "inspect", opened));
                new InspectionPrintout(out).print(inspections.get(inspections.size() - 1));
            }
        }
        out.line("Inspection", out.path(InspectionReport.write(inspections, outputDirectory())));
    }

    /**
     * Inspects a package and names it in the error message.
     *
     * @param opened opens it
     * @param verb what is being done, to follow "Tried to"
     */
    static PackageInspection inspect(PackageSelection.Selected selected, String verb, OpenPackages opened)
            throws SolutionException, MojoFailureException {
        try {
            return PackageInspector.inspect(selected.file(), selected.sha256(), opened);
        } catch (RefusalException e) {
            throw new MojoFailureException(
                    "Tried to " + verb + " " + selected.file().getFileName() + " but failed because: " + e.getMessage(),
                    e);
        }
    }
}
