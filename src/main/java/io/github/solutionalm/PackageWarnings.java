package io.github.solutionalm;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UnreadElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warnings about a package for every environment, such as parts that were not read. */
public final class PackageWarnings {

    /** The newest format that the project was built after. */
    private static final SolutionVersion KNOWN = SolutionVersion.parse("9.2");

    private PackageWarnings() {}

    /** The warnings: about the package as a whole, its elements, its files, its values. */
    public static List<Finding> of(SolutionPackage solution) {
        List<Finding> warnings = new ArrayList<>();
        newerFormat(solution.manifest()).ifPresent(warnings::add);
        solution.unreadElements().stream().map(PackageWarnings::unread).forEach(warnings::add);
        solution.unclaimedFiles().stream().map(PackageWarnings::unclaimed).forEach(warnings::add);
        solution.settings().emptyValues().stream()
                .map(PackageWarnings::emptyValue)
                .forEach(warnings::add);
        return warnings;
    }

    private static Optional<Finding> newerFormat(SolutionManifest manifest) {
        return version(manifest.platform().packageVersion())
                .filter(version -> version.isHigherThan(KNOWN))
                .map(version -> PlatformCode.NEWER_PACKAGE_VERSION.finding("The package has the format " + version
                        + " (SolutionPackageVersion), newer than the " + KNOWN
                        + " that this plugin supports: newer elements may be read wrongly, and an older"
                        + " environment refuses the package. Use a newer version of the plugin."));
    }

    /** The version; empty if it can't be read, which the platform reports. */
    private static Optional<SolutionVersion> version(String text) {
        try {
            return Optional.of(SolutionVersion.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Finding unread(UnreadElement element) {
        String message = "The element " + element.path()
                + element.component().map(component -> " of " + component).orElse("")
                + " in customizations.xml belongs to no component and is not imported. Export the solution again"
                + " if it was edited; if not, please report this to the project.";
        return element.component()
                .map(component -> PlatformCode.UNPROCESSED_FILE.finding(message, component))
                .orElseGet(() -> PlatformCode.UNPROCESSED_FILE.finding(message));
    }

    private static Finding unclaimed(String file) {
        return PlatformCode.UNPROCESSED_FILE.finding(
                "No component of the package claims the file " + file + ": it is not imported.");
    }

    /** The platform has no code for it that is published. */
    private static Finding emptyValue(String variable) {
        return new Finding(
                "",
                "",
                "The package has an empty value for the environment variable " + variable
                        + ", which the platform may refuse: a value can't be empty. Remove the current value from the"
                        + " solution and export it again, or set one.",
                Optional.of(new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, variable)));
    }
}
