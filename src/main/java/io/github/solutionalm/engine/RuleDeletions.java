package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Deletions of rules that are active (docs/concepts.md, "Active rules": CannotDeleteActiveRule, CannotDeleteActiveSla),
 * if the build deactivates active rules: a draft can be deleted.
 */
public final class RuleDeletions {

    private static final Set<String> ACTIVE =
            Set.of(PlatformCode.DELETE_ACTIVE_RULE.code(), PlatformCode.DELETE_ACTIVE_SLA.code());

    private RuleDeletions() {}

    /** The plan, as the policy has it: nothing of what it does now is blocked for being active, and a warning names each such rule. */
    public static ImportPlan of(ImportPlan plan, ActiveRules policy) {
        if (policy == ActiveRules.FAIL || plan.changes().stream().noneMatch(RuleDeletions::isActive)) {
            return plan;
        }
        List<Finding> warnings = new ArrayList<>(plan.warnings());
        plan.changes().stream().filter(RuleDeletions::isActive).forEach(rule -> warnings.add(warning(rule)));
        return new ImportPlan(
                plan.operation(),
                plan.outcome(),
                plan.owner(),
                plan.changes().stream().map(RuleDeletions::deactivated).toList(),
                plan.deferred(),
                plan.context(),
                warnings,
                plan.missingDependencies(),
                plan.before());
    }

    /** Whether a deletion is blocked for being active. */
    static boolean isActive(ComponentChange change) {
        return change.blockedBy().stream().anyMatch(RuleDeletions::isActivity);
    }

    static boolean isActivity(Blocker blocker) {
        return ACTIVE.contains(blocker.code());
    }

    private static Finding warning(ComponentChange rule) {
        PlatformCode code = PlatformCode.of(rule.blockedBy().stream()
                .filter(RuleDeletions::isActivity)
                .findFirst()
                .orElseThrow()
                .code());
        return code.finding(
                "The " + RuleChecks.name(rule.key(), rule.name())
                        + " is active and no longer in the solution: with activeRules=deactivate it is"
                        + " deactivated and deleted.",
                rule.key());
    }

    private static ComponentChange deactivated(ComponentChange change) {
        return change.blockedBy(change.blockedBy().stream()
                .filter(blocker -> !isActivity(blocker))
                .toList());
    }
}
