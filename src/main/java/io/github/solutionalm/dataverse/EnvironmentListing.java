package io.github.solutionalm.dataverse;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.http.WebApi;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.time.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Lists what a real environment has. It does not tell what waits to be published, which is left open. To read the layers of
 * all components would take too many calls: the solutions that list a component are named instead. Components are counted
 * only if they are listed.
 */
final class EnvironmentListing {

    private final EnvironmentId id;
    private final InstalledRows installed;
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean counted;
    private final Map<ComponentKey, List<String>> owners = new TreeMap<>();

    private EnvironmentListing(EnvironmentId id, InstalledRows installed) {
        this.id = id;
        this.installed = installed;
    }

    static EnvironmentContent of(EnvironmentId id, WebApi api, Deadline deadline, boolean components)
            throws WebApiException {
        EnvironmentListing listing = new EnvironmentListing(id, InstalledRows.of(api, deadline));
        if (components) {
            listing.counted = true;
            listing.read(new ComponentRows(api, deadline));
        }
        return listing.content();
    }

    private void read(ComponentRows rows) throws WebApiException {
        Map<String, SolutionRow> byId = new HashMap<>();
        installed.visible().forEach(row -> byId.put(row.id(), row));
        rows.each(member -> {
            SolutionRow row = byId.get(member.solutionId());
            if (row != null) {
                counts.merge(row.uniqueName(), 1, Integer::sum);
                owners.computeIfAbsent(member.key(), k -> new ArrayList<>(1)).add(row.uniqueName());
            }
        });
        List<String> order =
                installed.visible().stream().map(SolutionRow::uniqueName).toList();
        Map<String, Integer> places = new HashMap<>();
        order.forEach(name -> places.put(name, places.size()));
        owners.values().forEach(names -> names.sort((a, b) -> Integer.compare(places.get(a), places.get(b))));
    }

    private EnvironmentContent content() {
        List<EnvironmentContent.Solution> solutions = installed.visible().stream()
                .map(row -> solution(installed.solution(row.uniqueName()).orElseThrow()))
                .toList();
        List<EnvironmentContent.Component> components = owners.entrySet().stream()
                .map(entry -> new EnvironmentContent.Component(
                        entry.getKey(), "", Optional.empty(), entry.getValue(), Optional.empty(), Optional.empty()))
                .toList();
        return new EnvironmentContent(id, solutions, components, OptionalInt.empty());
    }

    private EnvironmentContent.Solution solution(InstalledSolution solution) {
        return new EnvironmentContent.Solution(
                solution,
                counted ? OptionalInt.of(counts.getOrDefault(solution.uniqueName(), 0)) : OptionalInt.empty());
    }
}
