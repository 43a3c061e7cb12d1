package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables connectionreferences, environmentvariabledefinitions and environmentvariablevalues. */
final class SettingRows {

    private static final ComponentType CONNECTION = ComponentType.named("connection");
    private static final List<String> REFERENCE = List.of(
            "connectionreferenceid",
            "connectionreferencelogicalname",
            "connectionreferencedisplayname",
            "connectorid",
            "connectionid",
            "statecode",
            "statuscode");
    private static final List<String> DEFINITION = List.of(
            "environmentvariabledefinitionid", "schemaname", "displayname", "type", "defaultvalue", "isrequired");
    private static final List<String> VALUE =
            List.of("environmentvariablevalueid", "schemaname", "value", "_environmentvariabledefinitionid_value");

    private final Organization organization;

    SettingRows(Organization organization) {
        this.organization = organization;
    }

    Table references() {
        return new Table(
                "connectionreferences",
                "connectionreference",
                "connectionreferenceid",
                REFERENCE,
                this::referenceRows,
                Map.of(),
                true);
    }

    Table values() {
        return new Table(
                "environmentvariablevalues",
                "environmentvariablevalue",
                "environmentvariablevalueid",
                VALUE,
                this::valueRows,
                Map.of(),
                true);
    }

    Table definitions() {
        Table plain = new Table(
                "environmentvariabledefinitions",
                "environmentvariabledefinition",
                "environmentvariabledefinitionid",
                DEFINITION,
                this::definitionRows,
                Map.of(),
                true);
        return plain.linked(Map.of(
                "environmentvariabledefinition_environmentvariablevalue",
                new Table.Link(values(), true, this::valuesOf)));
    }

    private List<Map<String, Object>> valuesOf(Map<String, Object> definition) {
        return valueRows().stream()
                .filter(value -> value.get("_environmentvariabledefinitionid_value")
                        .equals(definition.get("environmentvariabledefinitionid")))
                .toList();
    }

    private List<Map<String, Object>> referenceRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ComponentState state : all(ComponentType.CONNECTION_REFERENCE)) {
            String name = state.key().key();
            Map<String, Object> row = Rows.empty(REFERENCE);
            row.put("connectionreferenceid", ComponentRows.objectId(state.key()));
            row.put("connectionreferencelogicalname", name);
            row.put("connectionreferencedisplayname", state.name());
            column(new ComponentKey(CONNECTION, name), "connectionid").ifPresent(id -> row.put("connectionid", id));
            row.put("statecode", 0);
            row.put("statuscode", 1);
            rows.add(row);
        }
        return rows;
    }

    private List<Map<String, Object>> definitionRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ComponentState state : all(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION)) {
            Map<String, Object> row = Rows.empty(DEFINITION);
            row.put("environmentvariabledefinitionid", ComponentRows.objectId(state.key()));
            row.put("schemaname", state.key().key());
            row.put("displayname", state.name());
            rows.add(row);
        }
        return rows;
    }

    private List<Map<String, Object>> valueRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ComponentState state : all(ComponentType.ENVIRONMENT_VARIABLE_VALUE)) {
            String name = state.key().key();
            Map<String, Object> row = Rows.empty(VALUE);
            row.put("environmentvariablevalueid", ComponentRows.objectId(state.key()));
            // The name of a value's row is made up by the platform; the definition has the one that counts.
            row.put("schemaname", Rows.id("value", name).toString());
            row.put("value", column(state.key(), "value").orElse(null));
            row.put(
                    "_environmentvariabledefinitionid_value",
                    ComponentRows.objectId(new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, name)));
            rows.add(row);
        }
        return rows;
    }

    private List<ComponentState> all(ComponentType type) {
        List<ComponentState> states = new ArrayList<>();
        organization.everyComponent(state -> {
            if (state.key().type().equals(type)) {
                states.add(state);
            }
        });
        return states;
    }

    /** What shows of a column. */
    private Optional<String> column(ComponentKey key, String column) {
        Matcher matcher = Pattern.compile("<" + column + ">([^<]*)</" + column + ">")
                .matcher(organization.definition(key).orElse(""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
