package io.github.solutionalm.mojo;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.packages.InstalledPackageParameter;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.mojo.packages.ProvidedSolutions;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.packaging.PackageOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the packages, and how closely to look at a Dataverse environment before they are planned. */
abstract class AbstractPackagesMojo extends AbstractEnvironmentMojo {

    /**
     * The packages. They are imported in this order; their staged upgrades are applied in reverse order:
     * <pre>
     * &lt;packages&gt;
     *   &lt;package&gt;
     *     &lt;file&gt;src/solutions/ContosoOrders_2_0_0_0_managed.zip&lt;/file&gt;
     *     &lt;sha256&gt;…&lt;/sha256&gt;
     *     &lt;action&gt;update&lt;/action&gt;
     *     &lt;overwriteCustomizations&gt;true&lt;/overwriteCustomizations&gt;
     *   &lt;/package&gt;
     * &lt;/packages&gt;
     * </pre>
     * {@code <file>} is a .zip, a .cab, an unzipped folder, or a source tree, which is packed first: the managed package of a
     * tree that holds both. A relative path starts at the project's base directory.
     * {@code <sha256>} pins it: a package is refused if neither its {@code sha256} nor its {@code contentSha256} is that. {@code <action>},
     * {@code <overwriteCustomizations>} and {@code <deploymentSettingsFile>} override the goal's parameters. The build
     * fails without a package and for a file that does not exist. With {@code savedPlan} the packages are optional and
     * default to those of the plans. Else they default to the project's dependencies of the types zip and cab that are solution
     * packages, transitively, each after those that it needs: of the scope {@code provided} none is imported, an embedded
     * environment is taken to have it, and a Dataverse environment must have it in that version or a higher one; those of the
     * scope {@code test} are imported into embedded environments only.
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

    /**
     * Time limit of one operation, as an ISO-8601 duration such as {@code PT60M}. After it, the operation counts as
     * timed out: an embedded environment rolls it back, Dataverse may still complete it.
     */
    @Parameter(property = PREFIX + "timeout", defaultValue = "PT60M")
    private String timeout;

    /**
     * The packages that the installed solutions came from: .zip, .cab, unzipped folder or source tree, where a relative path
     * starts at the project's base directory; or Maven artifacts, {@code groupId:artifactId[:version[:type[:classifier]]]}:
     * <pre>
     * &lt;installedPackages&gt;
     *   &lt;installedPackage&gt;released/ContosoOrders_1_0_0_0_managed.zip&lt;/installedPackage&gt;
     *   &lt;installedPackage&gt;com.contoso:contoso-base:1.0.0&lt;/installedPackage&gt;
     * &lt;/installedPackages&gt;
     * </pre>
     * An artifact may also have its elements {@code <groupId>}, {@code <artifactId>} and so on.
     * A Dataverse environment does not tell what its managed layers say; these packages do. Without them, a plan takes each
     * component of the package that is installed for a change. Fails the build for what is not found, for another
     * version than the installed one, and with an embedded environment that is no snapshot.
     */
    @Parameter
    private List<InstalledPackageParameter> installedPackages;

    /**
     * What to count of the rows that deletions in a Dataverse environment would lose: {@code none}; {@code estimate}, the
     * rows of tables by the environment's own figures, up to 24 hours old, in one request; {@code count}, also the values of
     * columns and the links, in about one request for each table. Has no effect on an embedded environment.
     */
    @Parameter(property = PREFIX + "dataAtRisk", defaultValue = "estimate")
    private String dataAtRisk;

    /**
     * How many requests the look at a Dataverse environment before a plan may take, at least 1. What would take more is not
     * looked at, and the plan says so. Has no effect on an embedded environment.
     */
    @Parameter(property = PREFIX + "maxRequests", defaultValue = "5000")
    private int maxRequests;

    /** The packages that this goal has opened; the goal closes them. */
    private final OpenPackages opened = new OpenPackages();

    private Optional<PackageSelection> selection = Optional.empty();

    /** What the environment has to have already; known once the packages are selected. */
    private ProvidedSolutions provided = ProvidedSolutions.NONE;

    /** Found once. */
    private Optional<List<Path>> installed = Optional.empty();

    AbstractPackagesMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** Whether packages are configured, given on the command line, or dependencies of the project. */
    final boolean hasPackages() throws MojoExecutionException, SolutionException {
        return namesPackages()
                || !selection().dependencies().imported(!target().isDataverse()).isEmpty();
    }

    /** Whether packages are configured or given on the command line. */
    final boolean namesPackages() {
        return !asked().isEmpty();
    }

    private PackagesAsked asked() {
        return PackagesAsked.of(packages, file, artifact);
    }

    /** The packages that this goal opens; to be closed when it ends. */
    final OpenPackages openPackages() {
        return opened;
    }

    final PackageSelection selection() {
        if (selection.isEmpty()) {
            selection = Optional.of(selection(opened));
        }
        return selection.get();
    }

    /**
     * The configured or given packages, or the dependencies of the project.
     *
     * @param others taken if none is configured or given
     */
    final List<PackageSelection.Selected> selected(List<PackageParameter> others)
            throws MojoExecutionException, SolutionException {
        PackagesAsked asked = asked().or(others);
        provided = selection().provided(asked);
        return selection().select(asked, asked.isEmpty() && !target().isDataverse());
    }

    /** What the environment has to have already. */
    final ProvidedSolutions provided() {
        return provided;
    }

    @Override
    final Target target(PackageOpener packages) throws MojoExecutionException {
        return super.target(packages).providing(provided.names());
    }

    final Duration timeout() throws MojoExecutionException {
        return ParameterText.duration("timeout", timeout);
    }

    @Override
    final List<Path> installedPackages() throws MojoExecutionException {
        if (installed.isEmpty()) {
            installed = Optional.of(selection().installed(installedPackages == null ? List.of() : installedPackages));
        }
        return installed.get();
    }

    @Override
    final CaptureOptions capture() throws MojoExecutionException {
        return new CaptureOptions(
                captureScope(),
                ParameterText.choice("dataAtRisk", dataAtRisk, CaptureOptions.DataCount.class),
                ParameterText.positive("maxRequests", maxRequests));
    }

    /** Of which solutions layers and dependencies are read. */
    CaptureOptions.Scope captureScope() throws MojoExecutionException {
        return CaptureOptions.DEFAULTS.scope();
    }
}
