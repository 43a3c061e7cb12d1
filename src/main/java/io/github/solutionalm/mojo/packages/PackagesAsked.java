package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.mojo.artifacts.Coordinates;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What a goal was told of its packages.
 *
 * @param configured those of {@code <packages>}
 * @param files {@code -Dsolution.file}, comma-separated; replaces them
 * @param artifacts {@code -Dsolution.artifact}, comma-separated; replaces them
 */
public record PackagesAsked(List<PackageParameter> configured, String files, String artifacts) {

    public PackagesAsked {
        configured = List.copyOf(configured);
    }

    /** From the fields of a goal, which are null when nothing is said. */
    public static PackagesAsked of(List<PackageParameter> packages, String file, String artifact) {
        return new PackagesAsked(
                packages == null ? List.of() : packages, file == null ? "" : file, artifact == null ? "" : artifact);
    }

    /** These, unless the goal was told nothing. */
    public PackagesAsked or(List<PackageParameter> others) {
        return isEmpty() ? new PackagesAsked(others, "", "") : this;
    }

    /** Whether the goal was told nothing. */
    public boolean isEmpty() {
        return configured.isEmpty() && files.isBlank() && artifacts.isBlank();
    }

    /**
     * The packages, in their order.
     *
     * @throws MojoExecutionException if files and artifacts are given, or what is no artifact
     */
    List<PackageParameter> packages() throws MojoExecutionException {
        if (!files.isBlank() && !artifacts.isBlank()) {
            throw new MojoExecutionException("Both solution.file (" + files + ") and solution.artifact (" + artifacts
                    + ") are given. Each replaces all packages; give one of the two. Packages of both kinds go together in"
                    + " <packages> of the POM.");
        }
        List<PackageParameter> given = new ArrayList<>();
        for (String file : files.split(",")) {
            if (!file.isBlank()) {
                given.add(new PackageParameter(new File(file.strip())));
            }
        }
        for (Coordinates artifact : Coordinates.list(artifacts)) {
            given.add(new PackageParameter(artifact));
        }
        return given.isEmpty() ? configured : given;
    }
}
