package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the components that block the deletion of a component
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/retrievedependenciesfordelete).
 *
 * @param objectId GUID of the component
 * @param type number of its type
 */
public record RetrieveDependenciesForDelete(String objectId, int type) {

    private static final int PAGE = 5_000;
    private static final RowShape DEPENDENCY =
            RowShape.ANY.texts("dependentcomponentobjectid").numbers("dependentcomponenttype");

    /**
     * A component that uses another one.
     *
     * @param objectId GUID
     * @param type number of its type
     */
    public record Dependent(String objectId, int type) {}

    /** Reads the dependents from the environment, each once. */
    public List<Dependent> dependents(OperationContext access) throws WebApiException {
        ApiPath path =
                ApiPath.of("RetrieveDependenciesForDelete(ObjectId=" + objectId + ",ComponentType=" + type + ")");
        List<Dependent> dependents = new ArrayList<>();
        new Rows("read what uses a component", path, PAGE, DEPENDENCY)
                .each(
                        access.api(),
                        access.deadline(),
                        row -> dependents.add(new Dependent(
                                ComponentKey.normalize(
                                        row.path("dependentcomponentobjectid").asText()),
                                row.path("dependentcomponenttype").asInt())));
        return dependents.stream().distinct().toList();
    }
}
