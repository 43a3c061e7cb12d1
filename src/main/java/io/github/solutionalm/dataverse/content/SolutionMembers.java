package io.github.solutionalm.dataverse.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The components of a solution in the table {@code solutioncomponents}, which has no names, but lists no components of other
 * solutions (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/solutioncomponent).
 */
public final class SolutionMembers {

    private static final int PAGE = 5_000;
    private static final RowShape MEMBER = RowShape.ANY.numbers("componenttype").textsOrNull("objectid");

    private final Set<String> objects = new HashSet<>();
    private final Set<Integer> types = new HashSet<>();
    private final Map<String, Integer> behaviors = new HashMap<>();

    private SolutionMembers() {}

    /** Reads the components from the environment. */
    public static SolutionMembers of(OperationContext access, SolutionRow solution) throws WebApiException {
        SolutionMembers members = new SolutionMembers();
        ApiPath path = ApiPath.of("solutioncomponents")
                .with("$select", "componenttype,objectid,rootcomponentbehavior")
                .with("$filter", "_solutionid_value eq " + solution.id());
        new Rows("read the components of a solution", path, PAGE, MEMBER)
                .each(access.api(), access.deadline(), members::add);
        return members;
    }

    private void add(JsonNode row) {
        String object = ComponentKey.normalize(row.path("objectid").asText(""));
        int type = row.path("componenttype").asInt();
        objects.add(object);
        types.add(type);
        if (type == ComponentType.ENTITY.code()) {
            behaviors.put(object, row.path("rootcomponentbehavior").asInt());
        }
    }

    /** The object ids of all components. */
    public Set<String> objects() {
        return objects;
    }

    boolean has(ListedComponent component) {
        return objects.contains(component.objectId());
    }

    /** Whether the solution has any component of a type. */
    boolean hasType(int code) {
        return types.contains(code);
    }

    /** The {@code rootcomponentbehavior} of a table: how much of it the solution has. */
    int behavior(ListedComponent table) {
        return behaviors.getOrDefault(table.objectId(), 0);
    }
}
