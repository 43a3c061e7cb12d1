package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import java.util.List;
import java.util.Map;

/**
 * A routing rule set, SLA or convert rule that was active in the environment. Of each table statecode 0 is Draft and 1
 * Active, with statuscode 1 and 2 (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/sla,
 * https://learn.microsoft.com/dynamics365/customer-service/develop/reference/entities/routingrule and .../convertrule).
 *
 * @param type the platform's name of the component type
 * @param id id of the row
 * @param name display name; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ActiveRule(String type, String id, String name) {

    /** The column of the display name. */
    static final String NAME = "name";

    static final String STATE = "statecode";

    private static final int ACTIVE = 1;

    private static final Map<ComponentType, String> TABLES = Map.of(
            ComponentType.ROUTING_RULE,
            "routingrule",
            ComponentType.SLA,
            "sla",
            ComponentType.CONVERT_RULE,
            "convertrule");

    /** The component types that are such rules. */
    public static List<ComponentType> types() {
        return List.of(ComponentType.ROUTING_RULE, ComponentType.SLA, ComponentType.CONVERT_RULE);
    }

    /** The path that reads the active rows of one type. */
    public static ApiPath active(ComponentType type) {
        return ApiPath.of(set(type))
                .with("$select", idColumn(type) + "," + NAME + "," + STATE)
                .with("$filter", STATE + " eq " + ACTIVE);
    }

    public static ActiveRule of(ComponentType type, JsonNode row) {
        return new ActiveRule(
                type.name(), row.path(idColumn(type)).asText(""), row.path(NAME).asText(""));
    }

    static boolean isActive(JsonNode row) {
        return row.path(STATE).asInt() == ACTIVE;
    }

    private static String set(ComponentType type) {
        return TABLES.get(type) + "s";
    }

    private static String idColumn(ComponentType type) {
        return TABLES.get(type) + "id";
    }

    @JsonIgnore
    ComponentKey key() {
        return new ComponentKey(ComponentType.named(type), id);
    }

    /** The path of its row. */
    @JsonIgnore
    ApiPath path() {
        return ApiPath.of(set(ComponentType.named(type)) + "(" + id + ")");
    }

    /** The label and name of the rule, for messages. */
    @JsonIgnore
    String label() {
        return ComponentType.named(type).label() + " " + (name.isEmpty() ? id : name + " (" + id + ")");
    }

    /** The call that puts the rule into draft. */
    public SetState draft() {
        return new SetState("deactivate the " + label(), path(), 0, 1);
    }

    /** The call that activates the rule. */
    public SetState activate() {
        return new SetState("activate the " + label(), path(), ACTIVE, 2);
    }

    /** A finding about the rule, with the platform's code for an active rule that can't be edited. */
    public Finding finding(String message) {
        PlatformCode code = ComponentType.named(type).equals(ComponentType.SLA)
                ? PlatformCode.EDIT_ACTIVE_SLA
                : PlatformCode.EDIT_ACTIVE_RULE;
        return code.finding("The " + label() + " " + message, key());
    }
}
