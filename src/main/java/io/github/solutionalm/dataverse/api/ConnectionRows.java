package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.HashMap;
import java.util.Map;

/** The table {@code connectionreferences}: the references that are bound to a connection. */
public final class ConnectionRows {

    private static final int PAGE = 5_000;
    private static final String NAME = "connectionreferencelogicalname";
    private static final String CONNECTION = "connectionid";

    private static final RowShape REFERENCE = RowShape.ANY.texts(NAME).textsOrNull(CONNECTION);

    private ConnectionRows() {}

    /** Asks the environment for the ids of the connections. */
    public static Map<ComponentKey, String> bound(OperationContext access) throws WebApiException {
        ApiPath path = ApiPath.of("connectionreferences").with("$select", NAME + "," + CONNECTION);
        Map<ComponentKey, String> bound = new HashMap<>();
        new Rows("read the connection references of the environment", path, PAGE, REFERENCE)
                .each(access.api(), access.deadline(), row -> {
                    String name = row.path(NAME).asText("");
                    String connection = row.path(CONNECTION).asText("");
                    if (!name.isEmpty() && row.path(CONNECTION).isTextual() && !connection.isBlank()) {
                        bound.put(new ComponentKey(ComponentType.CONNECTION_REFERENCE, name), connection);
                    }
                });
        return bound;
    }
}
