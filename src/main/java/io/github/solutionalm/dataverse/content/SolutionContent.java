package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lists the components of solutions. The environment does not list the parts of a table with the solution, but by the table's
 * name, and then with those of other solutions. A table that is only a shell for its parts is left out.
 */
final class SolutionContent {

    private static final int PAGE = 5_000;
    private static final String SUMMARIES = "msdyn_solutioncomponentsummaries";
    /** {@code rootcomponentbehavior} of a shell (docs/platform-facts.md, "Root components"). */
    private static final int SHELL = 2;

    /** The types of the parts of a table. */
    private static final List<ComponentType> PARTS = List.of(
            ComponentType.ATTRIBUTE,
            ComponentType.ENTITY_RELATIONSHIP,
            ComponentType.ENTITY_KEY,
            ComponentType.DISPLAY_STRING,
            ComponentType.SAVED_QUERY,
            ComponentType.RIBBON_CUSTOMIZATION,
            ComponentType.SAVED_QUERY_VISUALIZATION,
            ComponentType.SYSTEM_FORM,
            ComponentType.HIERARCHY_RULE);

    private final OperationContext access;
    private final Map<Integer, String> kinds;
    private final Map<String, ListedComponent> found = new LinkedHashMap<>();
    /** Whether the environment can be asked for several types at once; not all of its virtual tables can. */
    private boolean together = true;

    private SolutionContent(OperationContext access, Map<Integer, String> kinds) {
        this.access = access;
        this.kinds = kinds;
    }

    /** Reads the components of solutions, each once. */
    static Collection<ListedComponent> of(OperationContext access, Collection<SolutionRow> solutions)
            throws WebApiException {
        if (solutions.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> kinds = access.courtesy(() -> new ComponentRows(access.api(), access.deadline()).kinds())
                .orElse(Map.of());
        SolutionContent content = new SolutionContent(access, kinds);
        for (SolutionRow solution : solutions) {
            content.read(solution);
        }
        return content.found.values();
    }

    private void read(SolutionRow solution) throws WebApiException {
        SolutionMembers members = SolutionMembers.of(access, solution);
        List<ListedComponent> tables = new ArrayList<>();
        each(own(solution), component -> {
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
                parts(solution, name, PARTS).forEach(part -> parts.putIfAbsent(part.identity(), part));
            }
        }
        addLeftOut(solution, members, tables, parts);
        boolean listed = PARTS.stream().anyMatch(type -> members.hasType(type.code()));
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
        List<ComponentType> missing = PARTS.stream()
                .filter(type -> members.hasType(type.code()))
                .filter(type ->
                        parts.values().stream().noneMatch(part -> part.type().equals(type.name())))
                .toList();
        for (ComponentType type : together ? missing : List.<ComponentType>of()) {
            for (ListedComponent table : tables) {
                for (String name : table.names()) {
                    parts(solution, name, List.of(type)).forEach(part -> parts.putIfAbsent(part.identity(), part));
                }
            }
        }
    }

    private List<ListedComponent> parts(SolutionRow solution, String table, List<ComponentType> types)
            throws WebApiException {
        List<ListedComponent> parts = new ArrayList<>();
        if (together || types.size() == 1) {
            String asked = types.stream()
                    .map(type -> "msdyn_componenttype eq " + type.code())
                    .collect(Collectors.joining(" or ", "(", ")"));
            try {
                each(
                        own(solution) + " and " + asked + " and msdyn_primaryentityname eq " + ApiPath.literal(table),
                        parts::add);
                return parts;
            } catch (WebApiException e) {
                boolean refused = e.kind() == Kind.REFUSED || e.kind() == Kind.SERVER;
                if (types.size() == 1 || !refused) {
                    throw e;
                }
                together = false;
            }
        }
        for (ComponentType type : types) {
            parts.addAll(parts(solution, table, List.of(type)));
        }
        return parts;
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

    private static String own(SolutionRow solution) {
        return "(msdyn_solutionid eq " + solution.id() + ")";
    }

    private void each(String filter, Consumer<ListedComponent> component) throws WebApiException {
        ApiPath path =
                ApiPath.of(SUMMARIES).with("$select", ListedComponent.COLUMNS).with("$filter", filter);
        new Rows("read the components of a solution", path, PAGE)
                .each(access.api(), access.deadline(), row -> ListedComponent.of(row, kinds)
                        .ifPresent(component));
    }
}
