package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists what outside a managed solution uses something in it, and so blocks its removal
 * (https://learn.microsoft.com/dotnet/api/microsoft.crm.sdk.messages.retrievedependenciesforuninstallrequest).
 *
 * @param solution unique name of the solution
 */
public record RetrieveDependenciesForUninstall(String solution) {

    private static final int PAGE = 5_000;
    private static final RowShape DEPENDENCY = RowShape.ANY
            .texts("requiredcomponentobjectid", "dependentcomponentobjectid")
            .numbers("requiredcomponenttype", "dependentcomponenttype");

    /**
     * One component uses another one.
     *
     * @param requiredId GUID of the component in the solution
     * @param requiredType number of its type
     * @param dependentId GUID of the component that uses it
     * @param dependentType number of its type
     */
    public record Dependency(String requiredId, int requiredType, String dependentId, int dependentType) {}

    /** Reads the dependencies from the environment, each once. */
    public List<Dependency> dependencies(OperationContext access) throws WebApiException {
        ApiPath path =
                ApiPath.of("RetrieveDependenciesForUninstall(SolutionUniqueName=" + ApiPath.literal(solution) + ")");
        List<Dependency> dependencies = new ArrayList<>();
        new Rows("read what uses the components of " + solution, path, PAGE, DEPENDENCY)
                .each(access.api(), access.deadline(), row -> dependencies.add(dependency(row)));
        return dependencies.stream().distinct().toList();
    }

    private static Dependency dependency(JsonNode row) {
        return new Dependency(
                ComponentKey.normalize(row.path("requiredcomponentobjectid").asText()),
                row.path("requiredcomponenttype").asInt(),
                ComponentKey.normalize(row.path("dependentcomponentobjectid").asText()),
                row.path("dependentcomponenttype").asInt());
    }
}
