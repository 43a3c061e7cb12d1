package io.github.solutionalm.report.json;

import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation of a build in {@code summary.json}, which {@code verify} reads. Strings are empty if the operation
 * did not get that far; none is null.
 *
 * @param id unique over all builds
 * @param goal the goal
 * @param operation what was carried out
 * @param outcome how it ended; {@link Outcome#STARTED} as long as it has not
 * @param environment id of the environment
 * @param url URL of the environment
 * @param file the package file
 * @param sha256 its content
 * @param solution unique name
 * @param version version of the package
 * @param patchOf unique name of the base solution, when it is a patch
 * @param anyContent whether the build said that it makes do with another package of the same version
 * @param errors {@link Finding#toString()} of each error
 * @param warnings how many warnings there were
 * @param result path of the result file, relative to the output directory
 */
public record OperationRecord(
        String id,
        String goal,
        Operation operation,
        Outcome outcome,
        String environment,
        String url,
        String file,
        String sha256,
        String solution,
        String version,
        String patchOf,
        boolean anyContent,
        List<String> errors,
        int warnings,
        String result) {

    public OperationRecord {
        errors = List.copyOf(errors);
    }

    /** The same of a build that makes do with another package of the same version, or does not. */
    public OperationRecord withAnyContent(boolean any) {
        return new OperationRecord(
                id,
                goal,
                operation,
                outcome,
                environment,
                url,
                file,
                sha256,
                solution,
                version,
                patchOf,
                any,
                errors,
                warnings,
                result);
    }

    /** The same with one more error, unless it has that. */
    public OperationRecord withError(String error) {
        if (errors.contains(error)) {
            return this;
        }
        List<String> more = new ArrayList<>(errors);
        more.add(error);
        return new OperationRecord(
                id,
                goal,
                operation,
                outcome,
                environment,
                url,
                file,
                sha256,
                solution,
                version,
                patchOf,
                anyContent,
                more,
                warnings,
                result);
    }
}
