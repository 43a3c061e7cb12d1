package io.github.solutionalm.dataverse;

import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Deadline;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApi;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code msdyn_solutionhistories}: what runs, whoever started it and however. It refuses most filters, so that they
 * are applied here (facts/dataverse.md 3.5).
 */
final class SolutionHistory {

    private static final int PAGE = 500;
    private static final int STARTED = 0;
    private static final String[] OPERATIONS = {"Import", "Uninstall", "Export", "Publish", "PublishAll"};

    private SolutionHistory() {}

    /** What runs now, in words; nothing also where the environment does not tell. */
    static List<String> running(WebApi api, Deadline deadline) throws WebApiException {
        List<String> running = new ArrayList<>();
        ApiPath path = ApiPath.of("msdyn_solutionhistories")
                .with("$select", "msdyn_name,msdyn_operation,msdyn_status,msdyn_starttime");
        try {
            new Rows("read the solution history", path, PAGE).each(api, deadline, row -> {
                int operation = row.path("msdyn_operation").asInt(-1);
                boolean known = operation >= 0 && operation < OPERATIONS.length;
                if (known && row.path("msdyn_status").asInt(-1) == STARTED) {
                    running.add(OPERATIONS[operation] + " of "
                            + row.path("msdyn_name").asText("") + ", since "
                            + row.path("msdyn_starttime").asText(""));
                }
            });
        } catch (WebApiException e) {
            if (e.kind() != Kind.NOT_FOUND && e.kind() != Kind.REFUSED && e.kind() != Kind.FORBIDDEN) {
                throw e;
            }
        }
        return running;
    }
}
