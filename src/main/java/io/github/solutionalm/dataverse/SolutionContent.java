package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Layer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lists what solutions have of their own. The parts of a table are not listed with the solution, but when asked for by the
 * table's name. A table that is there as a shell for its parts only is left out.
 */
final class SolutionContent {

    private static final int PAGE = 5_000;
    private static final String SUMMARIES = "msdyn_solutioncomponentsummaries";
    /** {@code rootcomponentbehavior} of a shell (facts/dataverse.md 1.3). */
    private static final int SHELL = 2;

    /** What a table may consist of. */
    private static final String PARTS = List.of(
                    ComponentType.ATTRIBUTE,
                    ComponentType.ENTITY_RELATIONSHIP,
                    ComponentType.ENTITY_KEY,
                    ComponentType.DISPLAY_STRING,
                    ComponentType.SAVED_QUERY,
                    ComponentType.RIBBON_CUSTOMIZATION,
                    ComponentType.SAVED_QUERY_VISUALIZATION,
                    ComponentType.SYSTEM_FORM,
                    ComponentType.HIERARCHY_RULE)
            .stream()
            .map(type -> "msdyn_componenttype eq " + type.code())
            .collect(Collectors.joining(" or ", "(", ")"));

    private final Access access;
    private final Map<String, ListedComponent> found = new LinkedHashMap<>();

    private SolutionContent(Access access) {
        this.access = access;
    }

    /** Asks for the components of solutions, each once. */
    static Collection<ListedComponent> of(Access access, Collection<SolutionRow> solutions) throws WebApiException {
        SolutionContent content = new SolutionContent(access);
        for (SolutionRow solution : solutions) {
            content.read(solution);
        }
        return content.found.values();
    }

    private void read(SolutionRow solution) throws WebApiException {
        Map<String, Integer> partial = partial(solution);
        List<ListedComponent> tables = new ArrayList<>();
        String own = "(msdyn_solutionid eq " + solution.id() + ")";
        each(own, component -> {
            if (component.type().equals(ComponentType.ENTITY.name())) {
                tables.add(component);
            } else {
                found.putIfAbsent(component.identity(), component);
            }
        });
        for (ListedComponent table : tables) {
            if (!isShell(solution, table, partial.getOrDefault(table.objectId(), 0))) {
                found.putIfAbsent(table.identity(), table);
            }
            for (String name : table.names()) {
                String parts = own + " and " + PARTS + " and msdyn_primaryentityname eq " + ApiPath.literal(name);
                each(parts, component -> found.putIfAbsent(component.identity(), component));
            }
        }
    }

    /** The tables that the solution has not all of, with their {@code rootcomponentbehavior}. */
    private Map<String, Integer> partial(SolutionRow solution) throws WebApiException {
        Map<String, Integer> partial = new HashMap<>();
        ApiPath path = ApiPath.of("solutioncomponents")
                .with("$select", "objectid,rootcomponentbehavior")
                .with(
                        "$filter",
                        "_solutionid_value eq " + solution.id() + " and componenttype eq " + ComponentType.ENTITY.code()
                                + " and rootcomponentbehavior ne 0");
        rows(
                path,
                row -> partial.put(
                        ComponentKey.normalize(row.path("objectid").asText("")),
                        row.path("rootcomponentbehavior").asInt()));
        return partial;
    }

    /** A table without all of its parts may be there for those alone: then the solution has no layer of it. */
    private boolean isShell(SolutionRow solution, ListedComponent table, int behavior) throws WebApiException {
        if (behavior == 0 || behavior == SHELL) {
            return behavior == SHELL;
        }
        List<ComponentLayer> layers = ComponentLayer.of(access, table);
        String owner = solution.managed() ? solution.uniqueName() : Layer.ACTIVE;
        return !layers.isEmpty()
                && layers.stream().noneMatch(layer -> layer.owner().equalsIgnoreCase(owner));
    }

    private void each(String filter, Consumer<ListedComponent> component) throws WebApiException {
        ApiPath path =
                ApiPath.of(SUMMARIES).with("$select", ListedComponent.COLUMNS).with("$filter", filter);
        rows(path, row -> ListedComponent.of(row).ifPresent(component));
    }

    private void rows(ApiPath path, Consumer<JsonNode> row) throws WebApiException {
        new Rows("read the components of a solution", path, PAGE).each(access.api(), access.deadline(), row);
    }
}
