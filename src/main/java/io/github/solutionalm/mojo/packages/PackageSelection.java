package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.mojo.build.BaseDirectory;
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

/** The packages of a goal: those of {@code -Dsolution.file}, or else the configured ones. */
public final class PackageSelection {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private PackageSelection() {}

    /**
     * An existing package.
     *
     * @param file absolute path
     * @param sha256 the pinned hash in lower case, or empty
     * @param parameter the rest of its configuration
     */
    public record Selected(Path file, Optional<String> sha256, PackageParameter parameter) {}

    /**
     * Selects the packages, in their order.
     *
     * @param files comma-separated paths that replace the configured packages, may be empty
     * @throws MojoExecutionException if there is no package, or one is invalid or does not exist
     */
    public static List<Selected> select(List<PackageParameter> configured, String files, BaseDirectory base)
            throws MojoExecutionException {
        List<PackageParameter> packages = files.isBlank() ? configured : named(files);
        if (packages.isEmpty()) {
            throw new MojoExecutionException("No solution package is given. Give one with"
                    + " <packages><package><file>path/to/Solution.zip</file></package></packages> in the configuration,"
                    + " or several, comma-separated, with -Dsolution.file=path/to/Solution.zip.");
        }
        List<Selected> selected = new ArrayList<>();
        for (PackageParameter parameter : packages) {
            selected.add(new Selected(existing(parameter, base), pin(parameter), parameter));
        }
        return List.copyOf(selected);
    }

    private static List<PackageParameter> named(String files) {
        List<PackageParameter> packages = new ArrayList<>();
        for (String file : files.split(",")) {
            if (!file.isBlank()) {
                packages.add(new PackageParameter(new File(file.strip())));
            }
        }
        return packages;
    }

    private static Path existing(PackageParameter parameter, BaseDirectory base) throws MojoExecutionException {
        File file = parameter
                .file()
                .orElseThrow(
                        () -> new MojoExecutionException("A <package> of <packages> has no <file>. Give the path of a"
                                + " .zip or .cab file, or of an unzipped folder."));
        return existing(file, "<file> or -Dsolution.file", base);
    }

    /**
     * The path of a package.
     *
     * @param where what names it, for the message
     * @throws MojoExecutionException if it does not exist
     */
    public static Path existing(File file, String where, BaseDirectory base) throws MojoExecutionException {
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
            throw new MojoExecutionException("The <sha256> of the package "
                    + parameter.file().orElseThrow() + " is '" + pin.get()
                    + "'. Expected 64 hexadecimal digits. If it comes from a property, set the property; to pin"
                    + " nothing, remove the element.");
        }
        return pin.map(digits -> digits.toLowerCase(Locale.ROOT));
    }
}
