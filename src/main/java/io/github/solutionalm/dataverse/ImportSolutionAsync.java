package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.util.UUID;

/**
 * Starts an import; with {@code HoldingSolution} the staging of an upgrade.
 *
 * @param with how
 * @param job the import job's id, chosen here
 * @param upload the id under which StageSolution keeps the package
 */
record ImportSolutionAsync(ImportParameters with, UUID job, String upload) implements Post<Started> {

    @Override
    public String describe() {
        return "start the import of " + with.solution();
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("ImportSolutionAsync");
    }

    @Override
    public ObjectNode parameters() {
        return with.json(job, upload);
    }

    @Override
    public Started read(Answer answer) throws IOException {
        return Started.read(answer);
    }
}
