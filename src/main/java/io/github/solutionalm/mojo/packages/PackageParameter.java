package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.mojo.artifacts.Coordinates;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** A {@code <package>} of the configuration: a file or an artifact. Maven sets the fields by their names. */
public final class PackageParameter {

    /** The package: .zip, .cab, an unzipped folder or a source tree; relative to the project's base directory. */
    private File file;

    /** The package as a Maven artifact: its group. Not together with file. */
    private TextParameter groupId;

    /** Its id. */
    private TextParameter artifactId;

    /** Its version. Default: that of the POM's dependencies, its dependencyManagement or the reactor. */
    private TextParameter version;

    /** {@code zip} (default) or {@code cab}. */
    private TextParameter type;

    /** Its classifier; {@code managed} and {@code unmanaged} are held against the manifest. Default: the main artifact. */
    private TextParameter classifier;

    /** SHA-256 that the package must have, 64 hexadecimal digits. A package with another hash is refused. */
    private TextParameter sha256;

    /** Overrides the goal's action for this package. */
    private String action;

    /** Overrides the goal's overwriteCustomizations for this package. */
    private Boolean overwriteCustomizations;

    /** Replaces the goal's deploymentSettingsFile for this package; relative to the project's base directory. */
    private File deploymentSettingsFile;

    /** Where it is to be taken from, when it comes from elsewhere than the configuration. */
    private final Optional<PackageSource> given;

    /** An empty package for Maven to fill. */
    public PackageParameter() {
        given = Optional.empty();
    }

    /** A package given by its path only. */
    public PackageParameter(File file) {
        given = Optional.of(new PackageSource.InFile(file));
    }

    /** A package given by its coordinates only. */
    public PackageParameter(Coordinates coordinates) {
        given = Optional.of(new PackageSource.InRepository(coordinates));
    }

    /** A package given by its coordinates, with the content that it must have. */
    public PackageParameter(Coordinates coordinates, String sha256) {
        this(coordinates);
        this.sha256 = new TextParameter(sha256);
    }

    /**
     * Where it is to be taken from.
     *
     * @throws MojoExecutionException if it names nothing, two places, or coordinates that are none
     */
    PackageSource source() throws MojoExecutionException {
        if (given.isPresent()) {
            return given.get();
        }
        ArtifactElements artifact = new ArtifactElements(groupId, artifactId, version, type, classifier);
        if (file != null && !artifact.isEmpty()) {
            throw new MojoExecutionException("A <package> has the <file> " + file + " and an artifact. Give one of the"
                    + " two: <file>, or <groupId> and <artifactId>.");
        }
        if (file == null && artifact.isEmpty()) {
            throw new MojoExecutionException(
                    "A <package> of <packages> has no <file> and no artifact. Give the path of a"
                            + " .zip or .cab file or of an unzipped folder, or <groupId> and <artifactId>.");
        }
        return file != null
                ? new PackageSource.InFile(file)
                : new PackageSource.InRepository(artifact.coordinates("<package>"));
    }

    Optional<String> sha256() {
        return Optional.ofNullable(sha256).map(TextParameter::text);
    }

    public Optional<String> action() {
        return Optional.ofNullable(action).map(String::strip).filter(word -> !word.isEmpty());
    }

    Optional<File> deploymentSettingsFile() {
        return Optional.ofNullable(deploymentSettingsFile);
    }

    public Optional<Boolean> overwriteCustomizations() {
        return Optional.ofNullable(overwriteCustomizations);
    }
}
