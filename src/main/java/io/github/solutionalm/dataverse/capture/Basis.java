package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.content.SolutionMembers;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an environment held when it was captured: as long as it holds the same, a plan is valid.
 *
 * @param versions version of each solution, by the key of its name
 * @param members object ids that a touched solution lists, by the key of its name
 */
public record Basis(Map<String, String> versions, Map<String, Set<String>> members) {

    /** What the solutions are, and what the touched ones list. */
    static Basis of(InstalledRows installed, Memberships memberships, Collection<String> touched) {
        Map<String, Set<String>> members = new TreeMap<>();
        for (String solution : touched) {
            if (installed.row(solution).isPresent()) {
                Set<String> objects = new HashSet<>();
                memberships.of(List.of(solution)).forEach(component -> objects.add(component.key()));
                members.put(UniqueName.key(solution), objects);
            }
        }
        return new Basis(versions(installed), members);
    }

    private static Map<String, String> versions(InstalledRows installed) {
        Map<String, String> versions = new TreeMap<>();
        for (SolutionRow row : installed.rows()) {
            if (!row.isInner()) {
                versions.put(UniqueName.key(row.uniqueName()), row.version().text());
            }
        }
        return versions;
    }

    /** What is otherwise now with the solutions; empty when they are as they were. */
    List<String> changedSolutions(InstalledRows now) {
        List<String> changes = new ArrayList<>();
        Map<String, String> present = versions(now);
        Map<String, String> all = new TreeMap<>(versions);
        all.putAll(present);
        for (String name : all.keySet()) {
            String then = versions.getOrDefault(name, "not installed");
            String is = present.getOrDefault(name, "not installed");
            if (!then.equals(is)) {
                changes.add("the solution " + name + " was " + then + " and is " + is);
            }
        }
        return changes;
    }

    /** What is otherwise now with the solutions, and with what the touched ones list; reads both anew. */
    public List<String> changes(OperationContext access) throws WebApiException {
        InstalledRows now = InstalledRows.of(access.api(), access.deadline());
        List<String> changes = new ArrayList<>(changedSolutions(now));
        for (Map.Entry<String, Set<String>> solution : members.entrySet()) {
            if (now.row(solution.getKey()).isPresent()) {
                Set<String> objects = SolutionMembers.of(
                                access, now.row(solution.getKey()).get())
                        .objects();
                int gone = missing(solution.getValue(), objects);
                int come = missing(objects, solution.getValue());
                if (gone + come > 0) {
                    changes.add("the solution " + solution.getKey() + " lists " + come + " more and " + gone
                            + " fewer components");
                }
            }
        }
        return changes;
    }

    private static int missing(Set<String> some, Set<String> others) {
        return (int) some.stream()
                .map(ComponentKey::normalize)
                .filter(id -> !id.isEmpty() && !others.contains(id))
                .count();
    }
}
