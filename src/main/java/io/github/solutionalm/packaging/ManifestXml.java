package io.github.solutionalm.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The shape of {@code solution.xml} as Jackson binds it: one record per element, attributes and child elements alike by
 * name in any case. Everything may be absent. {@link ManifestReader} makes a manifest of it.
 */
record ManifestXml(
        String version,
        String solutionPackageVersion,
        String languagecode,
        String generatedBy,
        SolutionManifestXml solutionManifest) {

    /** What there must be one of comes as a list, so that a second one does not pass for the first. */
    record SolutionManifestXml(
            List<String> uniqueName,
            NamesXml localizedNames,
            DescriptionsXml descriptions,
            String parentUniqueName,
            ParentSolutionXml parentSolution,
            List<String> version,
            List<String> managed,
            String configurationPage,
            PublisherXml publisher,
            RootComponentsXml rootComponents,
            MissingDependenciesXml missingDependencies) {}

    /** How some tools write the base of a patch (docs/platform-facts.md, "The manifest of a patch"). */
    record ParentSolutionXml(String uniqueName) {}

    record NamesXml(List<LabelXml> localizedName) {}

    record DescriptionsXml(List<LabelXml> description) {}

    record LabelXml(String description, String languagecode) {}

    record PublisherXml(
            String uniqueName,
            NamesXml localizedNames,
            DescriptionsXml descriptions,
            String eMailAddress,
            String supportingWebsiteUrl,
            String customizationPrefix,
            String customizationOptionValuePrefix,
            AddressesXml addresses) {}

    record AddressesXml(List<JsonNode> address) {}

    record RootComponentsXml(List<JsonNode> rootComponent) {}

    record MissingDependenciesXml(List<MissingDependencyXml> missingDependency) {}

    record MissingDependencyXml(JsonNode required, JsonNode dependent) {}
}
