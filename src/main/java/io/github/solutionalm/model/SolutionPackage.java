package io.github.solutionalm.model;

import java.util.List;

/**
 * A solution package, read: what it says about itself and what it contains, without the contents themselves.
 *
 * @param manifest from {@code solution.xml}
 * @param components every component, in the order of the package
 * @param languages LCIDs from {@code Languages}
 * @param unclaimedFiles files that no component claims
 * @param unreadElements elements that belong to no component
 * @param settings what it leaves to the environment
 */
public record SolutionPackage(
        SolutionManifest manifest,
        List<SolutionComponent> components,
        List<Integer> languages,
        List<String> unclaimedFiles,
        List<UnreadElement> unreadElements,
        SettingsDeclaration settings) {

    public SolutionPackage {
        components = List.copyOf(components);
        languages = List.copyOf(languages);
        unclaimedFiles = List.copyOf(unclaimedFiles);
        unreadElements = List.copyOf(unreadElements);
    }

    /** A package of which everything was read, and that leaves nothing to the environment. */
    public SolutionPackage(
            SolutionManifest manifest,
            List<SolutionComponent> components,
            List<Integer> languages,
            List<String> unclaimedFiles) {
        this(manifest, components, languages, unclaimedFiles, List.of(), SettingsDeclaration.NONE);
    }
}
