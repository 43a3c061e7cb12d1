package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the components of solutions. The environment does not list the parts of a table with the solution, but by the table's
 * name, and then with those of other solutions. A table that is only a shell for its parts is left out.
 */
final class SolutionContent {

    /** {@code rootcomponentbehavior} of a shell (docs/platform-facts.md, "Root components"). */
    private static final int SHELL = 2;

    private final OperationContext access;
    private final Summaries summaries;
    private final Map<String, ListedComponent> found = new LinkedHashMap<>();

    private SolutionContent(OperationContext access, Summaries summaries) {
        this.access = access;
        this.summaries = summaries;
    }

    /** Reads the components of solutions, each once. */
    static Collection<ListedComponent> of(OperationContext access, Collection<SolutionRow> solutions)
            throws WebApiException {
        if (solutions.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> kinds = access.courtesy(() -> new ComponentRows(access.api(), access.deadline()).kinds())
                .orElse(Map.of());
        SolutionContent content = new SolutionContent(access, new Summaries(access, kinds));
        for (SolutionRow solution : solutions) {
            content.read(solution);
        }
        return content.found.values();
    }

    private void read(SolutionRow solution) throws WebApiException {
        SolutionMembers members = SolutionMembers.of(access, solution);
        List<ListedComponent> tables = new ArrayList<>();
        summaries.of(solution.id(), component -> {
            if (component.type().equals(ComponentType.ENTITY.name())) {
                tables.add(component);
            } else if (!isActivation(component, members)) {
                found.putIfAbsent(component.identity(), component);
            }
        });
        Map<String, ListedComponent> parts = new LinkedHashMap<>();
        for (ListedComponent table : tables) {
            if (!isShell(solution, table, members.behavior(table))) {
                found.putIfAbsent(table.identity(), table);
            }
            for (String name : table.names()) {
                summaries
                        .parts(solution.id(), name, Summaries.PARTS)
                        .forEach(part -> parts.putIfAbsent(part.identity(), part));
            }
        }
        addLeftOut(solution, members, tables, parts);
        boolean listed = Summaries.PARTS.stream().anyMatch(type -> members.hasType(type.code()));
        parts.values().stream()
                .filter(part -> !solution.managed() || !listed || members.has(part))
                .forEach(part -> found.putIfAbsent(part.identity(), part));
    }

    /** Whether it is the second row of an active workflow, which has an object of its own that no solution has. */
    private static boolean isActivation(ListedComponent component, SolutionMembers members) {
        return component.type().equals(ComponentType.WORKFLOW.name())
                && members.hasType(ComponentType.WORKFLOW.code())
                && !members.has(component);
    }

    /** Asks again for single types: a question for several types may be answered for one of them only. */
    private void addLeftOut(
            SolutionRow solution,
            SolutionMembers members,
            List<ListedComponent> tables,
            Map<String, ListedComponent> parts)
            throws WebApiException {
        List<ComponentType> missing = Summaries.PARTS.stream()
                .filter(type -> members.hasType(type.code()))
                .filter(type ->
                        parts.values().stream().noneMatch(part -> part.type().equals(type.name())))
                .toList();
        for (ComponentType type : summaries.together() ? missing : List.<ComponentType>of()) {
            for (ListedComponent table : tables) {
                for (String name : table.names()) {
                    summaries
                            .parts(solution.id(), name, List.of(type))
                            .forEach(part -> parts.putIfAbsent(part.identity(), part));
                }
            }
        }
    }

    /** Whether the solution has a table only as a shell for some of its parts, and so no layer of it. */
    private boolean isShell(SolutionRow solution, ListedComponent table, int behavior) throws WebApiException {
        if (behavior == 0 || behavior == SHELL) {
            return behavior == SHELL;
        }
        List<ComponentLayer> layers =
                access.courtesy(() -> ComponentLayer.of(access, table)).orElse(List.of());
        String owner = solution.managed() ? solution.uniqueName() : Layer.ACTIVE;
        return !layers.isEmpty() && layers.stream().noneMatch(layer -> UniqueName.same(layer.owner(), owner));
    }
}
