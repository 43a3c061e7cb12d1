package io.github.solutionalm.dataverse.job;

import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.model.UniqueName;

/**
 * The place of an operation's record: there is one file for each environment and solution.
 *
 * @param url address of the environment
 * @param solution unique name, in any case
 */
public record JobPlace(DataverseUrl url, String solution) {

    /** Whether both are the same environment and solution. */
    boolean isSame(JobPlace other) {
        return url.equals(other.url) && UniqueName.same(solution, other.solution);
    }
}
