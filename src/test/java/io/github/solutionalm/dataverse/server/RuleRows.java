package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tables slas (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/sla), routingrules and
 * convertrules (https://learn.microsoft.com/dynamics365/customer-service/develop/reference/entities/routingrule and
 * .../convertrule): statecode 0 Draft with statuscode 1, statecode 1 Active with statuscode 2.
 */
final class RuleRows {

    private final Organization organization;
    private final ComponentType type;
    private final String entity;
    private final List<String> columns;

    private RuleRows(Organization organization, ComponentType type, String entity) {
        this.organization = organization;
        this.type = type;
        this.entity = entity;
        this.columns = List.of(entity + "id", "name", "statecode", "statuscode");
    }

    static List<RuleRows> all(Organization organization) {
        return List.of(
                new RuleRows(organization, ComponentType.ROUTING_RULE, "routingrule"),
                new RuleRows(organization, ComponentType.SLA, "sla"),
                new RuleRows(organization, ComponentType.CONVERT_RULE, "convertrule"));
    }

    Table table() {
        return new Table(entity + "s", entity, entity + "id", columns, this::rows, Map.of(), true);
    }

    /** The component of a row. */
    ComponentKey key(String id) {
        return new ComponentKey(type, id);
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        organization.everyComponent(state -> {
            if (state.key().type().equals(type)) {
                rows.add(row(state));
            }
        });
        return rows;
    }

    private Map<String, Object> row(ComponentState rule) {
        boolean active = rule.state().filter(ActivationState::isOn).isPresent();
        Map<String, Object> row = Rows.empty(columns);
        row.put(entity + "id", rule.key().key());
        row.put("name", rule.name());
        row.put("statecode", active ? 1 : 0);
        row.put("statuscode", active ? 2 : 1);
        return row;
    }
}
