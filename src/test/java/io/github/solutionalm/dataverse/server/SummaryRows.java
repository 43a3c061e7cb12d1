package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.store.SolutionComponentTable.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The virtual table msdyn_solutioncomponentsummaries, which alone knows names (docs/platform-facts.md, "Listings"). As on
 * the platform the parts of a table are only given to who asks for them by the table's name, or for one type of them.
 */
final class SummaryRows {

    private static final String PARENT = "msdyn_primaryentityname";
    private static final Pattern SOLUTION = Pattern.compile("msdyn_solutionid eq '?([^' )]+)");
    private static final List<String> COLUMNS = List.of(
            "msdyn_solutioncomponentsummaryid",
            "msdyn_objectid",
            "msdyn_componenttype",
            "msdyn_componentlogicalname",
            "msdyn_name",
            "msdyn_displayname",
            "msdyn_schemaname",
            "msdyn_uniquename",
            "msdyn_solutionid",
            "msdyn_ismanaged",
            "msdyn_hasactivecustomization",
            PARENT);

    private final Organization organization;
    private final ComponentRows components;

    SummaryRows(Organization organization, ComponentRows components) {
        this.organization = organization;
        this.components = components;
    }

    Table table() {
        Table.Source rows = new Table.Source() {
            @Override
            public List<Map<String, Object>> read() {
                return rows(solution -> true, true);
            }

            @Override
            public List<Map<String, Object>> read(String filter) {
                Matcher id = SOLUTION.matcher(filter);
                boolean parts = filter.contains(PARENT) || filter.contains("msdyn_componenttype eq");
                String wanted = id.find() ? id.group(1) : "";
                if (wanted.equalsIgnoreCase(InnerSolution.DEFAULT.id())) {
                    return parts ? everything() : withoutParts(everything());
                }
                return rows(
                                solution -> wanted.isEmpty()
                                        || wanted.equalsIgnoreCase(SolutionRows.idOf(solution.uniqueName())),
                                parts)
                        .stream()
                        .filter(row -> parts || row.get(PARENT) == null)
                        .toList();
            }

            private List<Map<String, Object>> withoutParts(List<Map<String, Object>> rows) {
                return rows.stream().filter(row -> row.get(PARENT) == null).toList();
            }

            @Override
            public void check(String filter) throws ODataFault {
                if (!components.takesSeveralTypes()) {
                    ODataFault.refuseOr(filter);
                }
                if (filter.matches(".*msdyn_ismanaged eq (true|false).*")) {
                    throw ODataFault.badRequest(
                            ODataFault.BAD_QUERY,
                            "A binary operator with incompatible types was detected. Found operand types 'Edm.String' and"
                                    + " 'Edm.Boolean' for operator kind 'Equal'.");
                }
            }
        };
        return new Table(
                "msdyn_solutioncomponentsummaries",
                "msdyn_solutioncomponentsummary",
                "msdyn_solutioncomponentsummaryid",
                COLUMNS,
                rows,
                Map.of(),
                true);
    }

    private List<Map<String, Object>> rows(Predicate<InstalledSolution> of, boolean parts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (InstalledSolution solution :
                organization.solutions().stream().filter(of).toList()) {
            String what = "summaries of " + solution.uniqueName() + (parts ? " with the parts of tables" : "");
            rows.addAll(organization.remembered(what, () -> rows(solution, parts)));
        }
        return rows;
    }

    /** What the solution Default has: all that is there. */
    private List<Map<String, Object>> everything() {
        return organization.remembered("summaries of Default", () -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            organization.everyComponent(state -> {
                if (InnerSolution.DEFAULT.lists(state)) {
                    boolean managed = state.layers().stream().anyMatch(Layer::isManaged);
                    rows.add(row(InnerSolution.DEFAULT.uniqueName(), managed, state));
                }
            });
            return rows;
        });
    }

    private List<Map<String, Object>> rows(InstalledSolution solution, boolean parts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<ComponentKey> keys = organization.members(solution.uniqueName()).stream()
                .map(Membership::component)
                .toList();
        organization.states(keys).values().forEach(state -> {
            rows.add(row(solution, state));
            if (state.key().type().equals(ComponentType.WORKFLOW)
                    && state.state().filter(ActivationState::isOn).isPresent()) {
                rows.add(activation(solution, state));
            }
        });
        if (parts) {
            rows.addAll(foreignParts(solution, Set.copyOf(keys)));
        }
        return rows;
    }

    /** A workflow that is on stands there a second time, with the object that runs: a new one for each activation. */
    private Map<String, Object> activation(InstalledSolution solution, ComponentState state) {
        Map<String, Object> row = row(solution, state);
        row.put(
                "msdyn_solutioncomponentsummaryid",
                Rows.id("summary", "activation" + solution.uniqueName() + state.key())
                        .toString());
        row.put(
                "msdyn_objectid",
                Rows.id("activation", state.key() + " " + solution.updatedOn()).toString());
        return row;
    }

    /** Asked for the parts of a table, a managed solution lists those of others as well (rnwood, Rnwood.Dataverse.Data.PowerShell). */
    private List<Map<String, Object>> foreignParts(InstalledSolution solution, Set<ComponentKey> own) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (solution.managed()) {
            organization.everyComponent(state -> {
                if (!own.contains(state.key())
                        && state.parent().filter(own::contains).isPresent()) {
                    rows.add(row(solution, state));
                }
            });
        }
        return rows;
    }

    private Map<String, Object> row(InstalledSolution solution, ComponentState state) {
        return row(solution.uniqueName(), solution.managed(), state);
    }

    private Map<String, Object> row(String solution, boolean managed, ComponentState state) {
        ComponentKey key = state.key();
        Optional<String> table = state.parent()
                .filter(parent -> parent.type().equals(ComponentType.ENTITY))
                .map(ComponentKey::key)
                .filter(name -> !name.isEmpty()); // the ribbon of all tables belongs to none
        Map<String, Object> row = Rows.empty(COLUMNS);
        row.put(
                "msdyn_solutioncomponentsummaryid",
                Rows.id("summary", solution + key).toString());
        row.put("msdyn_objectid", ComponentRows.objectId(key));
        // The column is an Edm.Decimal, and not the whole number that other tables have for the same.
        row.put("msdyn_componenttype", (double) components.number(key.type()));
        row.put("msdyn_componentlogicalname", key.type().name().toLowerCase(Locale.ROOT));
        row.put("msdyn_name", name(key, table));
        row.put("msdyn_displayname", state.name());
        if (!ComponentRows.objectId(key).equals(key.key())) {
            row.put("msdyn_schemaname", name(key, table));
        }
        row.put("msdyn_solutionid", SolutionRows.idOf(solution));
        row.put("msdyn_ismanaged", String.valueOf(managed));
        row.put(
                "msdyn_hasactivecustomization",
                components.flagsChangesAlone() ? state.layerOf(Layer.ACTIVE).isPresent() : LayerRows.hasActive(state));
        table.ifPresent(name -> row.put(PARENT, name));
        return row;
    }

    /** A part of a table goes by its own name. */
    private static String name(ComponentKey key, Optional<String> table) {
        String prefix = table.map(name -> name + ".").orElse("");
        return key.key().startsWith(prefix) ? key.key().substring(prefix.length()) : key.key();
    }
}
