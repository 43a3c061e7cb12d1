package io.github.solutionalm;

import java.util.List;

/**
 * One operation of a build as {@code summary.json} keeps it: what {@code verify} goes by. All strings may be empty
 * where the operation did not get that far; none is null.
 *
 * @param goal the goal
 * @param operation what was carried out
 * @param outcome how it ended
 * @param environment id of the environment
 * @param url URL of the environment
 * @param file the package file
 * @param sha256 its content
 * @param solution unique name
 * @param version version of the package
 * @param patchOf unique name of the base solution, when it is a patch
 * @param errors {@link Finding#toString()} of each error
 * @param warnings how many warnings there were
 * @param result path of the result file, relative to the output directory
 */
public record OperationRecord(
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
        List<String> errors,
        int warnings,
        String result) {

    public OperationRecord {
        errors = List.copyOf(errors);
    }
}
