package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The table {@code msdyn_solutioncomponentsummaries}, which alone has the names of components. It does not give the parts of a
 * table with a solution, but by the table's name, and then also those that other solutions have.
 */
public final class Summaries {

    /** The types of the parts of a table. */
    public static final List<ComponentType> PARTS = List.of(
            ComponentType.ATTRIBUTE,
            ComponentType.ENTITY_RELATIONSHIP,
            ComponentType.ENTITY_KEY,
            ComponentType.DISPLAY_STRING,
            ComponentType.SAVED_QUERY,
            ComponentType.RIBBON_CUSTOMIZATION,
            ComponentType.SAVED_QUERY_VISUALIZATION,
            ComponentType.SYSTEM_FORM,
            ComponentType.HIERARCHY_RULE);

    private static final int PAGE = 5_000;
    private static final String TABLE = "msdyn_solutioncomponentsummaries";

    private final OperationContext access;
    private final Map<Integer, String> kinds;
    /** Whether the environment can be asked for several types at once; not all of its virtual tables can. */
    private volatile boolean together = true;

    /**
     * Asks for nothing yet.
     *
     * @param kinds the environment's names of the types, by number
     */
    public Summaries(OperationContext access, Map<Integer, String> kinds) {
        this.access = access;
        this.kinds = kinds;
    }

    /** Whether several types are asked for at once. */
    boolean together() {
        return together;
    }

    /** The components of a solution without the parts of tables. */
    public void of(String solution, Consumer<ListedComponent> component) throws WebApiException {
        each(own(solution), component);
    }

    /** The components of one type of a solution. */
    public void of(String solution, int type, Consumer<ListedComponent> component) throws WebApiException {
        each(own(solution) + " and (msdyn_componenttype eq " + type + ")", component);
    }

    /** The parts of a table of these types, as far as a solution has them; of a managed solution also those of others. */
    public List<ListedComponent> parts(String solution, String table, List<ComponentType> types)
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

    private static String own(String solution) {
        return "(msdyn_solutionid eq " + solution + ")";
    }

    private void each(String filter, Consumer<ListedComponent> component) throws WebApiException {
        ApiPath path =
                ApiPath.of(TABLE).with("$select", ListedComponent.COLUMNS).with("$filter", filter);
        new Rows("read the components of a solution", path, PAGE)
                .each(access.api(), access.deadline(), row -> ListedComponent.of(row, kinds)
                        .ifPresent(component));
    }
}
