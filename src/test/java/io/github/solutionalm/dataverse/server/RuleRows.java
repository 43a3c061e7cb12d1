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
 * .../convertrule): statecode 0 Draft with statuscode 1, statecode 1 Active with statuscode 2; workflows
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/workflow) in the same way, and
 * sdkmessageprocessingsteps (.../entities/sdkmessageprocessingstep): statecode 0 Enabled with 1, statecode 1 Disabled with 2.
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

    /** What hinders imports as long as it is active. */
    static List<RuleRows> rules(Organization organization) {
        return List.of(
                new RuleRows(organization, ComponentType.ROUTING_RULE, "routingrule"),
                new RuleRows(organization, ComponentType.SLA, "sla"),
                new RuleRows(organization, ComponentType.CONVERT_RULE, "convertrule"));
    }

    /** All that is on or off. */
    static List<RuleRows> all(Organization organization) {
        List<RuleRows> all = new ArrayList<>(rules(organization));
        all.add(new RuleRows(organization, ComponentType.WORKFLOW, "workflow"));
        all.add(new RuleRows(organization, ComponentType.SDK_MESSAGE_PROCESSING_STEP, "sdkmessageprocessingstep"));
        return all;
    }

    Table table() {
        return new Table(entity + "s", entity, entity + "id", columns, this::rows, Map.of(), true);
    }

    /** The component of a row. */
    ComponentKey key(String id) {
        return new ComponentKey(type, id);
    }

    /** The state that says that it is on. */
    int on() {
        return type.equals(ComponentType.SDK_MESSAGE_PROCESSING_STEP) ? 0 : 1;
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
        int state = active ? on() : 1 - on();
        row.put("statecode", state);
        row.put("statuscode", state + 1);
        return row;
    }
}
