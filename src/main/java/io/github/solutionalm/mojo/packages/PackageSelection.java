package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.mojo.artifacts.Coordinates;
import io.github.solutionalm.mojo.artifacts.ProjectArtifacts;
import io.github.solutionalm.mojo.artifacts.ResolvedPackage;
import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** Finds the packages of a goal, whatever names them: files, source trees, or artifacts of the reactor and the repositories. */
public final class PackageSelection {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final BaseDirectory base;
    private final ProjectArtifacts artifacts;
    private final OpenPackages opened;
    private final PackedTrees trees;
    private final Printout out;

    /** Found once. */
    private Optional<DependencyPackages> dependencies = Optional.empty();

    /**
     * @param opened told which of the files are artifacts
     * @param trees packs source trees
     * @param out takes what is remarkable of artifacts
     */
    public PackageSelection(
            BaseDirectory base, ProjectArtifacts artifacts, OpenPackages opened, PackedTrees trees, Printout out) {
        this.base = base;
        this.artifacts = artifacts;
        this.opened = opened;
        this.trees = trees;
        this.out = out;
    }

    /**
     * An existing package.
     *
     * @param file absolute path
     * @param sha256 the pinned hash in lower case, or empty
     * @param parameter the rest of its configuration
     * @param artifact the Maven artifact that it is; empty when it was named by its path
     */
    public record Selected(
            Path file, Optional<String> sha256, PackageParameter parameter, Optional<PackageArtifact> artifact) {

        /** A package that was named by its path. */
        public Selected(Path file, Optional<String> sha256, PackageParameter parameter) {
            this(file, sha256, parameter, Optional.empty());
        }
    }

    private record Found(Path file, Optional<PackageArtifact> artifact) {}

    /**
     * The packages that a goal was told of, or else the dependencies of the project that are packages.
     *
     * @param embedded whether they are for an embedded environment, and those of the scope {@code test} too
     * @throws MojoExecutionException if there is no package, or one is invalid, does not exist or can't be found
     */
    public List<Selected> select(PackagesAsked asked, boolean embedded)
            throws MojoExecutionException, SolutionException {
        if (!asked.isEmpty()) {
            return select(asked);
        }
        DependencyPackages found = dependencies();
        List<Selected> imported = found.imported(embedded);
        if (imported.isEmpty()) {
            return select(asked);
        }
        found.print(out);
        if (!embedded) {
            found.ofTests()
                    .forEach(test -> out.line(
                            "Left out",
                            test.declared().found().artifact().coordinates()
                                    + ": a dependency of the scope test, which is for embedded environments"));
        }
        return imported;
    }

    /**
     * The dependencies of the project that are packages.
     *
     * @throws MojoExecutionException if one can't be found
     */
    public DependencyPackages dependencies() throws MojoExecutionException, SolutionException {
        if (dependencies.isEmpty()) {
            dependencies = Optional.of(DependencyPackages.of(artifacts.dependencies(), opened, out));
        }
        return dependencies.get();
    }

    /**
     * What the environment has to have already, when the packages are dependencies of the project.
     *
     * @throws MojoExecutionException if the package of one can't be read
     */
    public ProvidedSolutions provided(PackagesAsked asked) throws MojoExecutionException, SolutionException {
        if (!asked.isEmpty()) {
            return ProvidedSolutions.NONE;
        }
        List<ProvidedSolutions.Provided> provided = new ArrayList<>();
        for (DependencyPackages.Dependency one : dependencies().provided()) {
            PackageArtifact artifact = one.declared().found().artifact();
            provided.add(new ProvidedSolutions.Provided(
                    one.manifest()
                            .orElseThrow(() -> new MojoExecutionException("The package " + artifact.coordinates()
                                    + " can't be read, so that it is not known which solution the environment has to"
                                    + " have. Look at it with solution:inspect -Dsolution.artifact="
                                    + artifact.coordinates() + ".")),
                    artifact));
        }
        return new ProvidedSolutions(provided);
    }

    /**
     * Selects the packages, in their order.
     *
     * @throws MojoExecutionException if there is no package, or one is invalid, does not exist or can't be found
     */
    public List<Selected> select(PackagesAsked asked) throws MojoExecutionException {
        List<PackageParameter> packages = asked.packages();
        if (packages.isEmpty()) {
            throw new MojoExecutionException(
                    "No solution package is given." + noneOfTheDependencies() + " Give one with"
                            + " <packages><package><file>path/to/Solution.zip</file></package></packages> in the configuration,"
                            + " or several, comma-separated, with -Dsolution.file=path/to/Solution.zip; a Maven artifact with"
                            + " <groupId> and <artifactId> in <package>, or with"
                            + " -Dsolution.artifact=groupId:artifactId:version; or name it in <dependencies> of the POM, with"
                            + " <type>zip</type>.");
        }
        List<Selected> selected = new ArrayList<>();
        for (PackageParameter parameter : packages) {
            Optional<String> pin = pin(parameter);
            Found found = find(parameter.source(), "<file> or -Dsolution.file");
            selected.add(new Selected(found.file(), pin, parameter, found.artifact()));
        }
        return List.copyOf(selected);
    }

    /** What is forgotten easily. */
    private String noneOfTheDependencies() {
        List<String> others = artifacts.dependenciesOfOtherTypes();
        return others.isEmpty()
                ? ""
                : " Of the dependencies of the POM none has the type zip or cab, as packages have; they are "
                        + String.join(", ", others) + ".";
    }

    /**
     * The packages that installed solutions came from.
     *
     * @throws MojoExecutionException if one is invalid, does not exist or can't be found
     */
    public List<Path> installed(List<InstalledPackageParameter> packages) throws MojoExecutionException {
        List<Path> files = new ArrayList<>();
        for (InstalledPackageParameter parameter : packages) {
            files.add(find(parameter.source(), "<installedPackages>").file());
        }
        return List.copyOf(files);
    }

    /**
     * One package that is named by its path or its coordinates.
     *
     * @param parameter the parameter that names it, for messages
     * @throws MojoExecutionException if it is not there
     */
    public Path named(String text, String parameter) throws MojoExecutionException {
        return find(new InstalledPackageParameter(text).source(), parameter).file();
    }

    /** The one place that knows where each kind of source is found. */
    private Found find(PackageSource source, String where) throws MojoExecutionException {
        if (source instanceof PackageSource.InFile in) {
            return new Found(trees.packed(existing(in.file(), where)), Optional.empty());
        }
        return find(((PackageSource.InRepository) source).coordinates());
    }

    private Found find(Coordinates coordinates) throws MojoExecutionException {
        ResolvedPackage resolved = artifacts.resolve(coordinates);
        resolved.remark().ifPresent(out::warning);
        opened.know(resolved.file(), resolved.artifact());
        return new Found(resolved.file(), Optional.of(resolved.artifact()));
    }

    private Path existing(File file, String where) throws MojoExecutionException {
        try {
            Path path = base.resolve(file.toPath());
            if (Files.exists(path)) {
                return path;
            }
            throw new MojoExecutionException("The solution package " + path + " does not exist. Correct " + where
                    + "; relative paths start at " + base.path() + ".");
        } catch (InvalidPathException e) {
            throw new MojoExecutionException("'" + file + "' is not a path: " + e.getMessage() + ".");
        }
    }

    private static Optional<String> pin(PackageParameter parameter) throws MojoExecutionException {
        Optional<String> pin = parameter.sha256();
        if (pin.isPresent() && !SHA256.matcher(pin.get()).matches()) {
            throw new MojoExecutionException("The <sha256> of the package " + name(parameter.source()) + " is '"
                    + pin.get() + "'. Expected 64 hexadecimal digits. If it comes from a property, set the property; to"
                    + " pin nothing, remove the element.");
        }
        return pin.map(digits -> digits.toLowerCase(Locale.ROOT));
    }

    private static String name(PackageSource source) {
        return source instanceof PackageSource.InFile in
                ? in.file().toString()
                : ((PackageSource.InRepository) source).coordinates().toString();
    }
}
