package io.github.solutionalm.model;

import java.util.List;
import java.util.Optional;

/**
 * What {@code solution.xml} says about the solution (docs/platform-facts.md, "solution.xml").
 *
 * @param uniqueName the solution's identity
 * @param names display names
 * @param descriptions descriptions
 * @param version the version
 * @param managed whether the package is managed
 * @param publisher the publisher
 * @param patchOf unique name of the base solution when the package is a patch
 * @param configurationPage web resource that configures the solution
 * @param rootComponents what it says that it contains, in the manifest's order
 * @param missingDependencies what it needs from outside
 * @param languageCode base language, LCID
 * @param platform where the package was exported
 */
public record SolutionManifest(
        String uniqueName,
        LocalizedText names,
        LocalizedText descriptions,
        SolutionVersion version,
        boolean managed,
        Publisher publisher,
        Optional<String> patchOf,
        Optional<String> configurationPage,
        List<RootComponent> rootComponents,
        List<MissingDependency> missingDependencies,
        int languageCode,
        ExportPlatform platform) {

    public SolutionManifest {
        rootComponents = List.copyOf(rootComponents);
        missingDependencies = List.copyOf(missingDependencies);
    }

    /**
     * The platform that wrote the package; empty strings where the manifest is silent.
     *
     * @param version such as {@code 9.2.22121.162}
     * @param packageVersion compatibility level, such as {@code 9.2}
     * @param generatedBy {@code CrmLive} or {@code OnPremise}
     */
    public record ExportPlatform(String version, String packageVersion, String generatedBy) {}

    /** The display name in the base language, else the unique name. */
    public String friendlyName() {
        String name = names.in(languageCode);
        return name.isEmpty() ? uniqueName : name;
    }

    public String description() {
        return descriptions.in(languageCode);
    }
}
