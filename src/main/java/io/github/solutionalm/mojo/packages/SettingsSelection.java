package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.packaging.OpenPackages;
import io.github.solutionalm.settings.SettingsFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Assigns deployment settings to packages: the package's own file or the goal's, overridden by those of the
 * environment in the POM. Shared settings are distributed by name.
 */
public final class SettingsSelection {

    private final Optional<File> file;
    private final Optional<DeploymentSettings> environment;
    private final BaseDirectory base;
    private final OpenPackages opened;

    /**
     * @param file the goal's file, if there is one
     * @param environment settings of the environment in the POM, if any
     */
    public SettingsSelection(
            Optional<File> file, Optional<DeploymentSettings> environment, BaseDirectory base, OpenPackages opened) {
        this.file = file;
        this.environment = environment;
        this.base = base;
        this.opened = opened;
    }

    /**
     * The settings of each package.
     *
     * @throws MojoExecutionException if shared settings contain a name that no package declares
     * @throws IOException when a file can't be read
     */
    public List<Optional<DeploymentSettings>> of(List<PackageSelection.Selected> packages)
            throws MojoExecutionException, IOException, SolutionException {
        Optional<DeploymentSettings> common = file.isPresent() ? Optional.of(read(file.get())) : Optional.empty();
        List<Optional<DeploymentSettings>> own = new ArrayList<>();
        for (PackageSelection.Selected selected : packages) {
            Optional<File> named = selected.parameter().deploymentSettingsFile();
            own.add(named.isPresent() ? Optional.of(read(named.get())) : Optional.empty());
        }
        if (packages.size() == 1) {
            return List.of(over(own.get(0).or(() -> common), environment));
        }
        if (common.isEmpty() && environment.isEmpty()) {
            return own;
        }
        return dealtOut(own, common, declarations(packages));
    }

    private DeploymentSettings read(File named) throws IOException {
        Path path = base.resolve(named.toPath());
        DeploymentSettings settings = SettingsFile.read(path);
        return new DeploymentSettings(base.show(path), settings.variables(), settings.connections());
    }

    private List<Optional<DeploymentSettings>> dealtOut(
            List<Optional<DeploymentSettings>> own,
            Optional<DeploymentSettings> common,
            List<Optional<SettingsDeclaration>> declarations)
            throws MojoExecutionException {
        // An unreadable package may declare anything; its import reports the error.
        if (declarations.stream().allMatch(Optional::isPresent)) {
            refuseUnknown(
                    Stream.of(common, environment).flatMap(Optional::stream).toList(),
                    declarations.stream().map(Optional::get).toList());
        }
        List<Optional<DeploymentSettings>> all = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            SettingsDeclaration declared = declarations.get(i).orElse(SettingsDeclaration.NONE);
            Optional<DeploymentSettings> file = own.get(i).or(() -> common.map(settings -> part(settings, declared)));
            all.add(over(file, environment.map(settings -> part(settings, declared))));
        }
        return all;
    }

    private static DeploymentSettings part(DeploymentSettings settings, SettingsDeclaration declared) {
        return settings.only(name -> declared.variable(name).isPresent(), name -> declared.reference(name)
                .isPresent());
    }

    private static Optional<DeploymentSettings> over(
            Optional<DeploymentSettings> weaker, Optional<DeploymentSettings> stronger) {
        return weaker.isPresent() && stronger.isPresent()
                ? Optional.of(weaker.get().overriddenBy(stronger.get()))
                : stronger.or(() -> weaker);
    }

    private static void refuseUnknown(List<DeploymentSettings> shared, List<SettingsDeclaration> declarations)
            throws MojoExecutionException {
        List<String> unknown = new ArrayList<>();
        for (DeploymentSettings settings : shared) {
            DeploymentSettings strange = settings.only(
                    name -> declarations.stream()
                            .noneMatch(d -> d.variable(name).isPresent()),
                    name -> declarations.stream()
                            .noneMatch(d -> d.reference(name).isPresent()));
            strange.variables().forEach(v -> unknown.add("environment variable " + v.schemaName() + in(settings)));
            strange.connections().forEach(c -> unknown.add("connection reference " + c.logicalName() + in(settings)));
        }
        if (!unknown.isEmpty()) {
            throw new MojoExecutionException("The deployment settings name what none of the packages has: "
                    + unknown.stream().collect(Collectors.joining(", "))
                    + ". Correct or remove the names; solution:inspect lists what a package has."
                    + " Nothing was imported.");
        }
    }

    private static String in(DeploymentSettings settings) {
        return " (" + settings.source() + ")";
    }

    private List<Optional<SettingsDeclaration>> declarations(List<PackageSelection.Selected> packages)
            throws SolutionException {
        List<Optional<SettingsDeclaration>> declarations = new ArrayList<>();
        for (PackageSelection.Selected selected : packages) {
            declarations.add(declaration(selected));
        }
        return declarations;
    }

    private Optional<SettingsDeclaration> declaration(PackageSelection.Selected selected) throws SolutionException {
        try {
            return Optional.of(opened.settings(selected.file(), selected.sha256()));
        } catch (RefusalException e) {
            return Optional.empty();
        }
    }
}
