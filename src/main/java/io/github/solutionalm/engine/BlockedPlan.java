package io.github.solutionalm.engine;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a plan can't be carried out: every deletion that is blocked, with all that blocks it (docs/concepts.md, "What blocks
 * a deletion").
 */
public final class BlockedPlan {

    /** A component may have thousands of referrers, and nobody reads a line of a megabyte. */
    private static final int NAMED = 20;

    private BlockedPlan() {}

    /** Passes a plan in which nothing is blocked. */
    public static void refuse(ImportPlan plan) throws RefusalException {
        if (plan.isBlocked()) {
            throw new RefusalException(findings(plan.changes(), plan.owner()), List.of());
        }
    }

    /** The findings: one that sums up, then one for each blocked deletion; none when nothing is blocked. */
    public static List<Finding> findings(List<ComponentChange> changes, String owner) {
        List<ComponentChange> blocked =
                changes.stream().filter(ComponentChange::isBlocked).toList();
        List<Finding> findings = new ArrayList<>();
        if (!blocked.isEmpty()) {
            findings.add(PlatformCode.UNINSTALL_WITH_DEPENDENCIES.finding((blocked.size() == 1
                            ? "A component that would be deleted is still in use."
                            : blocked.size() + " components that would be deleted are still in use.")
                    + " Remove the users listed below, or keep what they need in the solution."));
        }
        blocked.forEach(change -> findings.add(finding(change, owner)));
        return findings;
    }

    private static Finding finding(ComponentChange change, String owner) {
        PlatformCode code = PlatformCode.of(change.blockedBy().get(0).code());
        List<Blocker> all = change.blockedBy();
        String more = all.size() > NAMED ? "; and " + (all.size() - NAMED) + " more, all listed in plan.json" : "";
        return code.finding(
                change.key() + " can't be deleted: "
                        + inUse(change.key(), all.subList(0, Math.min(NAMED, all.size())), more, owner),
                change.key());
    }

    /**
     * What uses a component, and what to do about it.
     *
     * @param named what blocks its deletion, at least one; its solution is empty where that is not known
     * @param more says what is not named; empty if all is
     * @param owner unique name of the solution whose upgrade deletes it
     */
    public static String inUse(ComponentKey component, List<Blocker> named, String more, String owner) {
        String blockers =
                named.stream().map(blocker -> blocker(component, blocker)).collect(Collectors.joining("; "));
        return blockers + more + ". " + advice(named, owner);
    }

    private static String blocker(ComponentKey component, Blocker blocker) {
        if (!blocker.key().equals(component)) {
            String name = blocker.name().isEmpty()
                            || blocker.name().equalsIgnoreCase(blocker.key().key())
                    ? ""
                    : " \"" + blocker.name() + "\"";
            String of = blocker.solution().isEmpty() ? "" : " of " + layer(blocker.solution());
            return blocker.key() + name + of + " uses it";
        }
        if (blocker.code().equals(PlatformCode.DELETE_IN_USE.code())) {
            return layer(blocker.solution()) + " also lists it";
        }
        if (blocker.code().equals(PlatformCode.LAST_FORM.code())) {
            return "it is the only main form of its table, which must have one";
        }
        return blocker.code().equals(PlatformCode.UNINSTALL_REFERENCED_SOLUTION.code())
                ? "its base layer would be deleted, but " + layer(blocker.solution()) + " of another publisher"
                        + " has a layer above it"
                : "it is active";
    }

    private static String advice(List<Blocker> blockers, String owner) {
        Set<String> advice = new LinkedHashSet<>();
        for (Blocker blocker : blockers) {
            if (blocker.code().equals(PlatformCode.LAST_FORM.code())) {
                advice.add("Keep a main form of the table in the solution.");
            } else if (RuleDeletions.isActivity(blocker)) {
                advice.add("Set activeRules to 'deactivate' (-Dsolution.activeRules=deactivate): it is deactivated"
                        + " and deleted.");
            } else if (blocker.solution().isEmpty()) {
                advice.add("Remove the reference in the environment, or keep the component in the solution.");
            } else if (blocker.solution().equals(Layer.ACTIVE)) {
                advice.add("Remove the reference in the environment, where the component is customized.");
            } else if (isItself(blocker.solution(), owner)) {
                advice.add("The new version itself still refers to it: keep it in the solution, remove the"
                        + " reference at the source, or first import the solution that now has it.");
            } else {
                advice.add("First import a version of " + blocker.solution()
                        + " that no longer needs it (with several packages, use ordering 'staged'), or remove that"
                        + " solution.");
            }
        }
        return String.join(" ", advice);
    }

    private static boolean isItself(String solution, String owner) {
        return UniqueName.same(solution, owner) || UniqueName.same(solution, SolutionStack.holdingName(owner));
    }

    private static String layer(String owner) {
        return owner.equals(Layer.ACTIVE) ? "the unmanaged customizations" : "the solution " + owner;
    }
}
