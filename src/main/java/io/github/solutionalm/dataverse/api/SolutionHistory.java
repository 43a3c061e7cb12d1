package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code msdyn_solutionhistories}: the running operations, whoever started them. It refuses most filters, so that
 * they are applied here, to the newest rows
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/msdyn_solutionhistory).
 */
public final class SolutionHistory {

    /** The rows to read: operations exclude one another, so that a running one is among the newest. */
    private static final int NEWEST = 50;
    /** The age of a row without an end from which the operation counts as broken off. */
    private static final Duration OLD = Duration.ofDays(1);

    private static final Duration COURTESY = Duration.ofSeconds(30);
    private static final int COMPLETED = 1;

    private final OperationContext access;

    public SolutionHistory(OperationContext access) {
        this.access = access.atMost(COURTESY);
    }

    /** The operations that run now, in words; empty when the environment does not tell. */
    public Optional<List<String>> running() throws WebApiException {
        ApiPath path = ApiPath.of("msdyn_solutionhistories")
                .with("$select", "msdyn_name,msdyn_status,msdyn_starttime")
                .with("$orderby", "msdyn_starttime desc")
                .with("$top", Integer.toString(NEWEST));
        return access.courtesy(() -> {
            List<String> running = new ArrayList<>();
            Rows.first("read the solution history", path)
                    .each(access.api(), access.deadline(), row -> add(running, row));
            return running;
        });
    }

    private void add(List<String> running, JsonNode row) {
        boolean recent = SolutionRow.time(row, "msdyn_starttime")
                .filter(access.clock().instant().minus(OLD)::isBefore)
                .isPresent();
        if (recent && row.path("msdyn_status").asInt(COMPLETED) != COMPLETED) {
            running.add(row.path("msdyn_name").asText("") + ", since "
                    + row.path("msdyn_starttime").asText(""));
        }
    }
}
