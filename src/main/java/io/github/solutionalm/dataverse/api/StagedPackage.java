package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.PlatformError;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import io.github.solutionalm.engine.MissingAdvice;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PlatformCode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The findings of an environment about an uploaded package (docs/platform-facts.md, "What staging finds").
 *
 * @param upload id under which the package is kept; empty when the environment does not keep it
 * @param errors errors for which an import would be refused
 * @param warnings the other findings
 * @param missing dependencies that the environment lacks
 * @param productUpdates whether it lacks only updates of Microsoft's products
 */
public record StagedPackage(
        String upload,
        List<Finding> errors,
        List<Finding> warnings,
        List<MissingDependency> missing,
        boolean productUpdates) {

    private static final Pattern PRODUCT_UPDATES = Pattern.compile("(?i)ProductUpdatesOnly\\s*+:\\s*+True\\b");
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    static StagedPackage of(JsonNode json) throws UnreadableAnswer {
        JsonNode results = json.path("StageSolutionResults");
        if (!results.isObject()) {
            throw new UnreadableAnswer("the answer has no StageSolutionResults");
        }
        RowShape.ANY.texts("StageSolutionStatus").check(results, "the answer's StageSolutionResults");
        List<Finding> errors = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        List<MissingDependency> missing = missing(results);
        for (JsonNode finding : results.path("SolutionValidationResults")) {
            String message = finding.path("Message").asText("");
            boolean error =
                    finding.path("SolutionValidationResultType").asText("").equals("Error");
            (error ? errors : warnings).add(finding(finding, message, missing));
        }
        String upload = results.path("StageSolutionUploadId").asText("");
        boolean failed = results.path("StageSolutionStatus").asText("").equals("Failed");
        if (failed && errors.isEmpty()) {
            errors.add(
                    missing.isEmpty()
                            ? Finding.withoutCode("The environment refuses the package without a reason.")
                            : PlatformCode.MISSING_DEPENDENCIES.finding("The environment lacks "
                                    + MissingParts.count(missing) + " that the package needs. "
                                    + MissingAdvice.of(missing)));
        } else if (errors.isEmpty() && !missing.isEmpty()) {
            warnings.add(PlatformCode.MISSING_DEPENDENCIES.finding("The environment lacks "
                    + MissingParts.count(missing) + " that the package requires, but accepts the package."));
        }
        boolean productUpdates = false;
        for (JsonNode finding : results.path("SolutionValidationResults")) {
            productUpdates |=
                    PRODUCT_UPDATES.matcher(finding.path("Message").asText("")).find();
        }
        return new StagedPackage(upload.equals(NONE) ? "" : upload, errors, warnings, missing, productUpdates);
    }

    /** The missing dependencies of the list; if that does not name them all, those in the messages. */
    private static List<MissingDependency> missing(JsonNode results) {
        List<MissingDependency> listed = MissingParts.ofJson(results.path("MissingDependencies"));
        if (!listed.isEmpty() && listed.stream().allMatch(MissingParts::isNamed)) {
            return listed;
        }
        for (JsonNode finding : results.path("SolutionValidationResults")) {
            List<MissingDependency> told =
                    MissingParts.inText(finding.path("Message").asText(""));
            if (!told.isEmpty()) {
                return told;
            }
        }
        return listed;
    }

    private static Finding finding(JsonNode finding, String message, List<MissingDependency> missing) {
        OptionalInt code = PlatformError.code(finding.path("ErrorCode").asText(""));
        String more = finding.path("AdditionalInfo").asText("");
        String text = MissingParts.withoutList(message) + (more.isBlank() || more.equals("null") ? "" : " " + more);
        return Findings.of(code, text, missing);
    }
}
