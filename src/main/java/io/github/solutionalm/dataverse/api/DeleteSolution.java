package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.WebApiCall;
import java.time.Duration;

/**
 * Uninstalls a solution.
 *
 * @param solution its row
 */
public record DeleteSolution(SolutionRow solution) implements WebApiCall<Started> {

    @Override
    public String describe() {
        return "remove the solution " + solution.uniqueName();
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("solutions(" + solution.id() + ")");
    }

    @Override
    public Duration time() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Started read(Answer answer) {
        return Started.DONE;
    }
}
