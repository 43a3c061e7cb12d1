package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Whether a build may go on with its plans.
 *
 * @param failOnBlocked whether a plan may be blocked
 */
public record PlanVerdict(boolean failOnBlocked) {

    private static final int LISTED = 20;

    /**
     * Fails the build for what speaks against the plans, all of it.
     *
     * @param requests what was planned, with the saved plans that should still hold, and what comes after it
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

    /** What is printed with the plan already is not printed again. */
    private List<Finding> findings(OperationRequest request, PlanResult plan, Printout out) {
        List<Finding> findings = new ArrayList<>(plan.errors());
        if (failOnBlocked) {
            findings.addAll(plan.blockers());
        }
        List<Finding> more = new ArrayList<>();
        if (plan.errors().isEmpty()) {
            request.savedPlan().ifPresent(saved -> more.addAll(saved.differences(plan)));
            more.addAll(plan.objections());
        }
        more.stream().limit(LISTED).forEach(finding -> out.error("Finding", finding.toString()));
        if (more.size() > LISTED) {
            out.error("", "  … and " + (more.size() - LISTED) + " more");
        }
        findings.addAll(more);
        return findings;
    }

    /** {@code import A.zip, apply the upgrade of B}. */
    static String list(List<OperationRequest> requests) {
        return requests.stream().map(Wording::verb).collect(Collectors.joining(", "));
    }
}
