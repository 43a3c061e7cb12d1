package io.github.solutionalm.mojo;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.ParameterText;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
     * default to those of the plans.
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
     * Time limit of one operation, as an ISO-8601 duration such as {@code PT60M}. After it, the operation counts as
     * timed out: an embedded environment rolls it back, Dataverse may still complete it.
     */
    @Parameter(property = PREFIX + "timeout", defaultValue = "PT60M")
    private String timeout;

    /**
     * The packages that the installed solutions came from: .zip, .cab, unzipped folder or source tree; a relative path
     * starts at the project's base directory:
     * <pre>
     * &lt;installedPackages&gt;
     *   &lt;installedPackage&gt;released/ContosoOrders_1_0_0_0_managed.zip&lt;/installedPackage&gt;
     * &lt;/installedPackages&gt;
     * </pre>
     * A Dataverse environment does not tell what its managed layers say; these packages do. Without them, a plan takes each
     * component of the package that is installed for a change. Fails the build for a file that does not exist, for another
     * version than the installed one, and with an embedded environment that is no snapshot.
     */
    @Parameter
    private List<File> installedPackages;

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

    AbstractPackagesMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    /** Whether packages are configured or given on the command line. */
    final boolean namesPackages() {
        return packages != null && !packages.isEmpty() || file != null && !file.isBlank();
    }

    /**
     * The configured or given packages.
     *
     * @param others taken if there are none
     */
    final List<PackageSelection.Selected> selected(List<PackageParameter> others) throws MojoExecutionException {
        List<PackageParameter> configured = packages == null ? List.of() : packages;
        return packedTrees()
                .packed(PackageSelection.select(
                        namesPackages() ? configured : others, file == null ? "" : file, build().baseDirectory()));
    }

    final Duration timeout() throws MojoExecutionException {
        return ParameterText.duration("timeout", timeout);
    }

    @Override
    final List<Path> installedPackages() throws MojoExecutionException {
        List<Path> files = new ArrayList<>();
        for (File installed : installedPackages == null ? List.<File>of() : installedPackages) {
            files.add(packedTrees()
                    .packed(PackageSelection.existing(installed, "<installedPackages>", build().baseDirectory())));
        }
        return List.copyOf(files);
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
