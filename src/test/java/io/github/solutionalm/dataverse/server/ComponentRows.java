package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.store.SolutionComponentTable.Membership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tables solutioncomponents and solutioncomponentdefinitions, which know no names (docs/platform-facts.md, "Listings").
 * A component known by a GUID has it as object id, others one made of type and key. Solution-aware tables have numbers of
 * this environment alone, from 10000 on.
 */
final class ComponentRows {

    private static final int FIRST_OWN_NUMBER = 10_029;
    private static final String GUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private static final List<String> COMPONENT = List.of(
            "solutioncomponentid",
            "componenttype",
            "objectid",
            "rootcomponentbehavior",
            "rootsolutioncomponentid",
            "ismetadata",
            "_solutionid_value",
            "createdon",
            "modifiedon",
            "versionnumber",
            "_createdby_value",
            "_modifiedby_value");
    private static final List<String> DEFINITION = List.of(
            "solutioncomponentdefinitionid", "name", "solutioncomponenttype", "primaryentityname", "objecttypecode");
    private final Organization organization;
    private final AtomicInteger fillers = new AtomicInteger();
    private final AtomicBoolean severalTypes = new AtomicBoolean();
    private final AtomicBoolean changesAlone = new AtomicBoolean();
    private final Map<String, Integer> ownNumbers = new LinkedHashMap<>();

    public ComponentRows(Organization organization) {
        this.organization = organization;
    }

    /** Lets several types be asked for in one question. */
    void takeSeveralTypes() {
        severalTypes.set(true);
    }

    /** Says of a component that it is customized only if that changes anything. */
    void flagChangesAlone() {
        changesAlone.set(true);
    }

    boolean flagsChangesAlone() {
        return changesAlone.get();
    }

    boolean takesSeveralTypes() {
        return severalTypes.get();
    }

    /** Adds as many web resources to what every solution lists. */
    void fill(int count) {
        fillers.set(count);
    }

    Table components() {
        return new Table(
                "solutioncomponents",
                "solutioncomponent",
                "solutioncomponentid",
                COMPONENT,
                this::componentRows,
                Map.of(),
                true);
    }

    Table definitions() {
        return new Table(
                "solutioncomponentdefinitions",
                "solutioncomponentdefinition",
                "solutioncomponentdefinitionid",
                DEFINITION,
                this::definitionRows,
                Map.of(),
                true);
    }

    private List<Map<String, Object>> componentRows() {
        return organization.remembered("component rows with " + fillers.get(), this::readComponentRows);
    }

    private List<Map<String, Object>> readComponentRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (InstalledSolution solution : organization.solutions()) {
            for (Membership member : organization.members(solution.uniqueName())) {
                rows.add(row(solution, member.component(), member.behavior().ordinal()));
            }
            for (int i = 0; i < fillers.get(); i++) {
                rows.add(row(
                        solution,
                        new ComponentKey(
                                ComponentType.WEB_RESOURCE, "filler_/" + solution.uniqueName() + "/" + i + ".js"),
                        0));
            }
        }
        organization.everyComponent(state -> {
            for (InnerSolution inner : InnerSolution.values()) {
                if (inner.lists(state)) {
                    rows.add(row(inner.uniqueName(), Instant.EPOCH, state.key(), 0));
                }
            }
        });
        return rows;
    }

    private Map<String, Object> row(InstalledSolution solution, ComponentKey key, int behavior) {
        return row(solution.uniqueName(), solution.updatedOn(), key, behavior);
    }

    private Map<String, Object> row(String solution, Instant written, ComponentKey key, int behavior) {
        Map<String, Object> row = Rows.empty(COMPONENT);
        row.put("solutioncomponentid", Rows.id("member", solution + key).toString());
        row.put("componenttype", number(key.type()));
        row.put("objectid", objectId(key));
        row.put("rootcomponentbehavior", behavior);
        row.put("ismetadata", key.type().code() > 0 && key.type().code() < 20);
        row.put("_solutionid_value", SolutionRows.idOf(solution));
        row.put("createdon", Rows.time(written));
        row.put("modifiedon", Rows.time(written));
        row.put("versionnumber", 1_000_000L);
        row.put("_createdby_value", Rows.USER);
        row.put("_modifiedby_value", Rows.USER);
        return row;
    }

    static String objectId(ComponentKey key) {
        return key.key().matches(GUID)
                ? key.key()
                : Rows.id(key.type().name(), key.key()).toString();
    }

    synchronized int number(ComponentType type) {
        return type.code() != 0
                ? type.code()
                : ownNumbers.computeIfAbsent(
                        type.name().toLowerCase(Locale.ROOT), name -> FIRST_OWN_NUMBER + ownNumbers.size());
    }

    /** The platform lists the solution-aware tables here, not its own old types. */
    private List<Map<String, Object>> definitionRows() {
        componentRows();
        List<Map<String, Object>> rows = new ArrayList<>();
        synchronized (this) {
            ownNumbers.forEach((name, number) -> {
                Map<String, Object> row = Rows.empty(DEFINITION);
                row.put(
                        "solutioncomponentdefinitionid",
                        Rows.id("definition", name).toString());
                row.put("name", name);
                row.put("primaryentityname", name);
                row.put("solutioncomponenttype", number);
                row.put("objecttypecode", number);
                rows.add(row);
            });
        }
        return rows;
    }
}
