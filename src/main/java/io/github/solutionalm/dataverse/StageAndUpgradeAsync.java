package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;
import java.util.UUID;

/**
 * Starts an upgrade in one step: import as holding solution, then its promotion.
 *
 * @param with how
 * @param job the import job's id, chosen here
 * @param upload the id under which StageSolution keeps the package
 */
record StageAndUpgradeAsync(ImportParameters with, UUID job, String upload) implements Post<Started> {

    @Override
    public String describe() {
        return "start the upgrade of " + with.solution();
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("StageAndUpgradeAsync");
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
