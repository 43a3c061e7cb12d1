package io.github.solutionalm.mojo;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.packages.PackageParameter;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.settings.SettingsFile;
import io.github.solutionalm.text.PortableName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a deployment settings file to fill in: every environment variable with its value or default from the package, and
 * every connection reference with its connector but without a connection. The format is that of
 * {@code pac solution create-settings}. Needs no environment.
 *
 * @since 0.1.0
 */
@Mojo(name = "settings", threadSafe = true, requiresProject = false)
public final class SettingsMojo extends AbstractSolutionMojo {

    private static final String NAME = "deployment-settings.json";

    /**
     * The packages to write settings for:
     * <pre>
     * &lt;packages&gt;
     *   &lt;package&gt;
     *     &lt;file&gt;src/solutions/ContosoOrders_2_0_0_0_managed.zip&lt;/file&gt;
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

    /**
     * The file to write, one for all packages. Default: {@code deployment-settings.json} in a folder named after each
     * solution, in {@code outputDirectory}.
     */
    @Parameter(property = PREFIX + "settingsFile")
    private File settingsFile;

    /**
     * Overwrite a file that contains values or can't be read. If {@code false}, such a file is kept and the build
     * fails.
     */
    @Parameter(property = PREFIX + "overwriteSettings", defaultValue = "false")
    private boolean overwriteSettings;

    @Inject
    SettingsMojo(MavenBuild build) {
        super("settings", build);
    }

    @Override
    void run() throws SolutionException, IOException, MojoExecutionException, MojoFailureException {
        Printout out = printout();
        Map<Path, SettingsDeclaration> files = new LinkedHashMap<>();
        try (OpenPackages opened = new OpenPackages()) {
            files.putAll(declared(opened, out));
        }
        for (Map.Entry<Path, SettingsDeclaration> target : files.entrySet()) {
            checkOverwrites(target.getKey(), target.getValue());
        }
        for (Map.Entry<Path, SettingsDeclaration> target : files.entrySet()) {
            write(target.getKey(), target.getValue(), out);
        }
    }

    /** What is to be written into which file. */
    private Map<Path, SettingsDeclaration> declared(OpenPackages opened, Printout out)
            throws SolutionException, MojoExecutionException, MojoFailureException {
        Map<Path, SettingsDeclaration> files = new LinkedHashMap<>();
        for (PackageSelection.Selected selected :
                selection(opened).select(PackagesAsked.of(packages, file, artifact), true)) {
            PackageInspection inspection = InspectMojo.inspect(selected, "write settings for", opened);
            out.line("Package", Wording.packageFile(inspection.file()));
            out.line("Solution", Wording.solution(inspection.manifest()));
            Path target = settingsFile == null
                    ? PortableName.in(outputDirectory(), inspection.manifest().uniqueName())
                            .resolve(NAME)
                    : build().baseDirectory().resolve(settingsFile.toPath());
            files.merge(target, inspection.settings(), SettingsMojo::together);
        }
        return files;
    }

    /** Merges declarations; what several packages declare appears once. */
    private static SettingsDeclaration together(SettingsDeclaration some, SettingsDeclaration others) {
        var variables = new ArrayList<>(some.variables());
        var references = new ArrayList<>(some.references());
        others.variables().stream()
                .filter(variable -> some.variable(variable.schemaName()).isEmpty())
                .forEach(variables::add);
        others.references().stream()
                .filter(reference -> some.reference(reference.logicalName()).isEmpty())
                .forEach(references::add);
        return new SettingsDeclaration(variables, references);
    }

    /** Does not overwrite values that somebody filled in. */
    private void checkOverwrites(Path target, SettingsDeclaration declared) throws MojoExecutionException {
        if (overwriteSettings || Files.notExists(target)) {
            return;
        }
        String what;
        try {
            DeploymentSettings there = SettingsFile.read(target);
            if (there.connections().isEmpty()
                    && there.variables().stream().allMatch(variable -> isInitial(variable, declared))) {
                return;
            }
            what = "holds values";
        } catch (IOException e) {
            what = "exists and can't be read";
        }
        throw new MojoExecutionException("The settings file " + target + " " + what + ", so it was not overwritten."
                + " Write to another one with <settingsFile> or -Dsolution.settingsFile, or overwrite it with"
                + " <overwriteSettings> or -Dsolution.overwriteSettings.");
    }

    private static boolean isInitial(DeploymentSettings.Variable there, SettingsDeclaration declared) {
        return declared.variable(there.schemaName())
                .map(SettingsFile::initial)
                .filter(there.value()::equals)
                .isPresent();
    }

    private static void write(Path target, SettingsDeclaration declared, Printout out) throws IOException {
        SettingsFile.write(declared, target);
        out.line("Settings", out.path(target) + ", " + Wording.settings(declared));
        List<String> required = declared.variables().stream()
                .filter(variable ->
                        variable.required() && SettingsFile.initial(variable).isEmpty())
                .map(variable -> "the value of " + variable.schemaName())
                .toList();
        List<String> open = new ArrayList<>(required);
        declared.references().forEach(reference -> open.add("the connection of " + reference.logicalName()));
        if (open.isEmpty()) {
            out.line("To fill in", "nothing; the package has all required values");
        } else {
            out.line("To fill in", open.size() == 1 ? open.get(0) : "");
            if (open.size() > 1) {
                open.forEach(out::detail);
            }
        }
    }
}
