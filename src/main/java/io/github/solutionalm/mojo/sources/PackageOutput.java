package io.github.solutionalm.mojo.sources;

import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.sourcetree.SourceTree;
import io.github.solutionalm.text.PortableName;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Where packages go, and what they are to the project. */
public final class PackageOutput {

    /** The packaging whose main artifact is a package. */
    public static final String PACKAGING = "solution";

    private static final String TYPE = "zip";

    private final MavenBuild build;
    private final Optional<File> outputFile;

    /**
     * The output of a goal.
     *
     * @param outputFile the file of the first package
     */
    public PackageOutput(MavenBuild build, Optional<File> outputFile) {
        this.build = build;
        this.outputFile = outputFile;
    }

    /** The files of the packages, the main one first. */
    public List<PackageToMake> files(List<Boolean> types, SourceTree tree, SolutionVersion version) {
        Path file = outputFile
                .map(said -> build.baseDirectory().resolve(said.toPath()))
                .orElseGet(() -> build.buildDirectory()
                        .resolve(
                                build.hasProject()
                                        ? build.finalName() + ".zip"
                                        : name(tree.manifest().uniqueName(), version, types.get(0))));
        return PackageToMake.of(types, file);
    }

    /** As Dataverse names the packages that it exports: {@code ContosoOrders_2_1_0_0_managed.zip}. */
    public static String name(String uniqueName, SolutionVersion version, boolean managed) {
        return PortableName.of(
                uniqueName + "_" + version.toString().replace('.', '_') + (managed ? "_managed" : ""), ".zip");
    }

    /**
     * Refuses packages in a place of the project that another package of this build has.
     *
     * @throws MojoExecutionException naming both
     */
    public void refuseTwice(List<PackageToMake> files) throws MojoExecutionException {
        for (PackageToMake file : files) {
            Optional<Path> there = isMain(file) ? build.mainArtifact() : build.attachedFile(TYPE, file.type());
            if (there.filter(other -> !other.equals(file.file())).isPresent()) {
                throw new MojoExecutionException(
                        "The project has a " + (isMain(file) ? "main artifact" : file.type() + " package")
                                + " already, " + there.get() + ", and can't have " + file.file()
                                + " as another. Pack each solution in a module of its own.");
            }
        }
    }

    /**
     * Makes a package an artifact of the project.
     *
     * @return what it is then, for the console; empty without a project
     */
    public Optional<String> add(PackageToMake file) {
        if (!build.hasProject()) {
            return Optional.empty();
        }
        if (isMain(file)) {
            build.setMainArtifact(file.file());
            return Optional.of("the main artifact");
        }
        if (build.attachedFile(TYPE, file.type()).isEmpty()) {
            build.attach(TYPE, file.type(), file.file());
        }
        return Optional.of("attached with classifier " + file.type());
    }

    private boolean isMain(PackageToMake file) {
        return file.main() && build.hasProject() && build.packaging().equals(PACKAGING);
    }
}
