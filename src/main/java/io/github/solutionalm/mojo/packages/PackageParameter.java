package io.github.solutionalm.mojo.packages;

import java.io.File;
import java.util.Optional;

/** A {@code <package>} of the configuration. Maven sets the fields by their names. */
public final class PackageParameter {

    /** The package: .zip, .cab, an unzipped folder or a source tree; relative to the project's base directory. Required. */
    private File file;

    /** SHA-256 that the package must have, 64 hexadecimal digits. A package with another hash is refused. */
    private PinParameter sha256;

    /** Overrides the goal's action for this package. */
    private String action;

    /** Overrides the goal's overwriteCustomizations for this package. */
    private Boolean overwriteCustomizations;

    /** Replaces the goal's deploymentSettingsFile for this package; relative to the project's base directory. */
    private File deploymentSettingsFile;

    /** An empty package for Maven to fill. */
    public PackageParameter() {}

    /** A package given by its path only. */
    public PackageParameter(File file) {
        this.file = file;
    }

    public Optional<File> file() {
        return Optional.ofNullable(file);
    }

    Optional<String> sha256() {
        return Optional.ofNullable(sha256).map(PinParameter::digits);
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
