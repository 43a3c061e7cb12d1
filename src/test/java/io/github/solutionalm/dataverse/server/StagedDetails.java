package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionManifest;
import java.util.Optional;

/** {@code SolutionDetails} of a StageSolution result: the package, and what is installed of it already. */
final class StagedDetails {

    private StagedDetails() {}

    static ObjectNode of(SolutionManifest manifest, Organization organization) {
        Optional<InstalledSolution> previous = organization.solution(manifest.uniqueName());
        Optional<Publisher> publisher = previous.flatMap(solution -> organization.publishers().stream()
                .filter(candidate -> candidate.uniqueName().equalsIgnoreCase(solution.publisher()))
                .findFirst());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("SolutionUniqueName", manifest.uniqueName());
        json.put("SolutionFriendlyName", manifest.friendlyName());
        json.put("SolutionDescription", manifest.description());
        json.put("PublisherUniqueName", manifest.publisher().uniqueName());
        json.put("PublisherFriendlyName", manifest.publisher().displayName());
        json.put(
                "PreviousSolutionUniqueName",
                previous.map(InstalledSolution::uniqueName).orElse(null));
        json.put(
                "PreviousSolutionFriendlyName",
                previous.map(InstalledSolution::friendlyName).orElse(null));
        json.put(
                "PreviousPublisherUniqueName",
                publisher.map(Publisher::uniqueName).orElse(null));
        json.put(
                "PreviousPublisherFriendlyName",
                publisher.map(Publisher::displayName).orElse(null));
        json.put("IsPatchSolution", manifest.patchOf().isPresent());
        json.put("IsManaged", manifest.managed());
        json.put("PreviousIsManaged", previous.map(InstalledSolution::managed).orElse(false));
        json.put("SolutionVersion", manifest.version().toString());
        json.put(
                "PreviousSolutionVersion",
                previous.map(solution -> solution.version().toString()).orElse(null));
        ArrayNode patches = json.putArray("PreviousPatchSolutionsNames");
        organization.solutions().stream()
                .filter(solution -> solution.patchOf()
                        .filter(manifest.uniqueName()::equalsIgnoreCase)
                        .isPresent())
                .forEach(patch -> patches.add(patch.uniqueName()));
        json.put("IsPrerequisitesExport", false);
        return json.put(
                "HasPendingUpgrade",
                organization.solution(manifest.uniqueName() + "_Upgrade").isPresent());
    }
}
