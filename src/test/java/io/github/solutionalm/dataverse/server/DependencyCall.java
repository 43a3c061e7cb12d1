package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * RetrieveDependenciesForDelete and RetrieveDependenciesForUninstall: rows of the table dependency
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/retrievedependenciesfordelete). They know no
 * names.
 */
final class DependencyCall {

    private static final int PUBLISHED = 2;

    private final Organization organization;
    private final ComponentRows components;

    DependencyCall(Organization organization, ComponentRows components) {
        this.organization = organization;
        this.components = components;
    }

    Call forDelete() {
        return new FunctionCall("RetrieveDependenciesForDelete", this::fill);
    }

    private void fill(ObjectNode answer, Exchange exchange) throws ODataFault {
        UUID object = exchange.guid("ObjectId");
        int type = exchange.number("ComponentType");
        answer.put("@odata.context", exchange.context("dependencies"));
        ArrayNode rows = answer.putArray("value");
        find(object, type).ifPresent(required -> organization
                .dependents(required.key())
                .forEach(dependent -> row(rows.addObject(), dependent, required)));
    }

    Call forUninstall() {
        return new FunctionCall("RetrieveDependenciesForUninstall", (answer, exchange) -> {
            String name = exchange.literal("SolutionUniqueName");
            if (organization.solution(name).isEmpty()) {
                throw ODataFault.notFound("solution", name);
            }
            answer.put("@odata.context", exchange.context("dependencies"));
            ArrayNode rows = answer.putArray("value");
            Map<ComponentKey, List<ComponentState>> outside = organization.dependentsOutside(name);
            organization.states(List.copyOf(outside.keySet())).forEach((key, required) -> outside.get(key)
                    .forEach(dependent -> row(rows.addObject(), dependent, required)));
        });
    }

    private Optional<ComponentState> find(UUID object, int type) {
        AtomicReference<ComponentState> found = new AtomicReference<>();
        organization.everyComponent(state -> {
            if (ComponentRows.objectId(state.key()).equals(object.toString())
                    && components.number(state.key().type()) == type) {
                found.set(state);
            }
        });
        return Optional.ofNullable(found.get());
    }

    private void row(ObjectNode row, ComponentState dependent, ComponentState required) {
        row.put(
                "dependencyid",
                Rows.id("dependency", dependent.key() + " " + required.key()).toString());
        row.put("dependencytype", PUBLISHED);
        component(row, "dependentcomponent", dependent);
        component(row, "requiredcomponent", required);
    }

    private void component(ObjectNode row, String prefix, ComponentState state) {
        row.put(prefix + "objectid", ComponentRows.objectId(state.key()));
        row.put(prefix + "type", components.number(state.key().type()));
        row.put(prefix + "parentid", state.parent().map(ComponentRows::objectId).orElse(null));
        row.put(prefix + "basesolutionid", base(state));
    }

    private static String base(ComponentState state) {
        return state.layers().stream()
                .map(Layer::owner)
                .findFirst()
                .map(SolutionRows::idOf)
                .orElse(null);
    }
}
