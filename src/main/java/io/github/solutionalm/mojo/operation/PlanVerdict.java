package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Doubt;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Decides whether the plans fail the build.
 *
 * @param failOnBlocked whether a plan fails the build that is blocked, or may be
 */
public record PlanVerdict(boolean failOnBlocked) {

    private static final int LISTED = 20;
    private static final String FAIL_ON_BLOCKED = "failOnBlocked";

    /**
     * Fails the build with all findings against the plans.
     *
     * @param requests the planned operations, with saved plans to compare with, and those after them
     */
    public void judge(List<OperationRequest> requests, List<PlanResult> plans, Printout out)
            throws MojoFailureException {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            List<Finding> findings = findings(requests.get(i), plans.get(i), out);
            if (!findings.isEmpty()) {
                reasons.add("The plan to " + Wording.verb(requests.get(i)) + " failed: " + findings.get(0)
                        + (findings.size() == 1
                                ? ""
                                : " And " + Wording.count(findings.size() - 1, "more finding") + ", listed above."));
            }
        }
        List<OperationRequest> unplanned = requests.subList(plans.size(), requests.size());
        if (!reasons.isEmpty()) {
            throw new MojoFailureException(String.join(" ", reasons)
                    + (unplanned.isEmpty()
                            ? ""
                            : " Not planned, because an earlier operation would" + " fail: " + list(unplanned) + "."));
        }
    }

    /** All findings against a plan. */
    List<Finding> findings(OperationRequest request, PlanResult plan) {
        return Stream.concat(shown(plan).stream(), unshown(request, plan).stream())
                .toList();
    }

    /** The gates of a plan. */
    List<String> gates(List<String> asked) {
        return failOnBlocked
                ? Stream.concat(asked.stream(), Stream.of(FAIL_ON_BLOCKED)).toList()
                : asked;
    }

    private List<Finding> shown(PlanResult plan) {
        List<Finding> findings = new ArrayList<>(plan.errors());
        if (failOnBlocked) {
            plan.blockers().forEach(blocker -> findings.add(blocker.of(FAIL_ON_BLOCKED)));
        }
        return findings;
    }

    private List<Finding> unshown(OperationRequest request, PlanResult plan) {
        List<Finding> more = new ArrayList<>(failOnBlocked ? inDoubt(plan) : List.of());
        if (plan.errors().isEmpty()) {
            request.savedPlan().ifPresent(saved -> more.addAll(saved.differences(plan)));
            more.addAll(plan.gateFindings());
        }
        return more;
    }

    /** Findings already printed with the plan are not printed again. */
    private List<Finding> findings(OperationRequest request, PlanResult plan, Printout out) {
        List<Finding> findings = new ArrayList<>(shown(plan));
        List<Finding> more = unshown(request, plan);
        more.stream().limit(LISTED).forEach(finding -> out.error("Finding", finding.toString()));
        if (more.size() > LISTED) {
            out.error("", "  … and " + (more.size() - LISTED) + " more");
        }
        findings.addAll(more);
        return findings;
    }

    /** The deletions of which nobody knows whether something blocks them: what is not known counts as a hit. */
    private static List<Finding> inDoubt(PlanResult plan) {
        return plan.changes().stream()
                .filter(change -> change.doubts().contains(Doubt.MAY_BE_BLOCKED) && !change.isBlocked())
                .map(change -> PlatformCode.IMPORT_ERROR
                        .finding(
                                change.key() + " would be deleted, and it is not known whether something still uses it:"
                                        + " the environment did not tell all that uses it. failOnBlocked is true and"
                                        + " takes that for blocked. Look at its dependencies in the environment, or"
                                        + " leave out failOnBlocked.",
                                change.key())
                        .of(FAIL_ON_BLOCKED))
                .toList();
    }

    /** {@code import A.zip, apply the upgrade of B}. */
    static String list(List<OperationRequest> requests) {
        return requests.stream().map(Wording::verb).collect(Collectors.joining(", "));
    }
}
