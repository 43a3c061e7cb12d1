package io.github.solutionalm.mojo;

import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Prints one plan: its figures, then what weighs most first. */
final class PlanPrintout {

    private static final int LISTED = 20;

    private final Printout out;
    private final PlanResult plan;
    private final Path file;

    PlanPrintout(Printout out, PlanResult plan, Path file) {
        this.out = out;
        this.plan = plan;
        this.file = file;
    }

    void print() {
        if (!plan.errors().isEmpty()) {
            refused();
        } else if (plan.outcome() == Outcome.NOTHING_TO_APPLY) {
            out.line("Plan", "nothing to do: nothing is staged of " + plan.solution() + ", which has this version");
        } else if (plan.outcome().isSkip()) {
            out.line("Plan", "nothing to do");
        } else {
            out.line("Plan", PlanFigures.of(summary()));
            sections();
            new MissingPrintout(out::warning, out.path(file)).print(plan.missingDependencies());
            if (!plan.leftOff().isEmpty()) {
                out.line("Left off", Wording.leftOff(plan.leftOff().size(), out.path(file)));
            }
        }
        plan.warnings().stream().limit(LISTED).forEach(warning -> out.warning("Warning", warning.toString()));
        out.line("Plan file", out.path(file));
    }

    private void refused() {
        out.error(
                "Plan",
                "the environment would refuse it: "
                        + Wording.count(plan.errors().size(), "error"));
        plan.errors().stream().limit(LISTED).forEach(error -> {
            out.error("Error", error.toString());
            error.component().ifPresent(key -> out.errorDetail("concerns " + key));
        });
        rest(plan.errors().size());
        new MissingPrintout(out::error, out.path(file)).print(plan.missingDependencies());
    }

    private void sections() {
        changes("Deletes", plan.changes(), change -> change.change() == Change.DELETE, PlanPrintout::name);
        blocked();
        changes("Uncovers", plan.changes(), change -> change.change() == Change.UNLAYER, PlanPrintout::name);
        changes("Later", plan.deferred(), PlanPrintout::isRemoved, PlanPrintout::later);
        changes(
                "Hidden",
                plan.changes(),
                change -> change.hiddenBy().isPresent(),
                change -> "by " + Wording.layer(change.hiddenBy().orElseThrow()));
        changes("Overwrites", plan.changes(), ComponentChange::overwritesCustomization, PlanPrintout::name);
        changes("Changes", plan.changes(), change -> change.change() == Change.CHANGE, PlanPrintout::name);
        changes("Adds", plan.changes(), change -> change.change() == Change.ADD, PlanPrintout::name);
    }

    private void changes(
            String label,
            List<ComponentChange> all,
            Predicate<ComponentChange> filter,
            Function<ComponentChange, String> remark) {
        List<ComponentChange> changes = all.stream()
                .filter(filter)
                .sorted(Comparator.comparing(ComponentChange::key))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        out.line(label, Wording.count(changes.size(), "component"));
        out.table(changes.stream()
                .limit(LISTED)
                .map(change -> List.of(change.key().type().name(), change.key().key(), remark.apply(change)))
                .toList());
        rest(changes.size());
    }

    private void blocked() {
        List<Finding> blockers = plan.blockers();
        if (blockers.isEmpty()) {
            return;
        }
        out.warning("Blocked", "the environment would refuse it:");
        blockers.stream().limit(LISTED).forEach(finding -> out.warning("", "  " + finding));
        rest(blockers.size());
    }

    private void rest(int number) {
        if (number > LISTED) {
            out.detail("… and " + (number - LISTED) + " more, all of them in " + out.path(file));
        }
    }

    private static boolean isRemoved(ComponentChange change) {
        return change.change() == Change.DELETE || change.change() == Change.UNLAYER;
    }

    private static String later(ComponentChange change) {
        return (change.change() == Change.DELETE ? "deleted" : "left to the layer below") + " by apply-upgrade"
                + (change.isBlocked() ? ", which is blocked as things stand" : "");
    }

    private static String name(ComponentChange change) {
        boolean saysMore = !change.name().equalsIgnoreCase(change.key().key());
        return (saysMore ? change.name() : "") + (change.isBlocked() ? "  (blocked)" : "");
    }

    private PlanSummary summary() {
        Map<String, Integer> hidden = new TreeMap<>();
        plan.changes().forEach(change -> change.hiddenBy().ifPresent(owner -> hidden.merge(owner, 1, Integer::sum)));
        return new PlanSummary(
                plan.operation(),
                planned(plan.changes()),
                plan.count(Change.UNCHANGED),
                hidden,
                planned(plan.deferred()));
    }

    private static List<PlannedChange> planned(List<ComponentChange> changes) {
        return changes.stream()
                .filter(change -> change.change() != Change.UNCHANGED)
                .map(change -> new PlannedChange(
                        change.key().type().name(), change.key().key(), change.change(), change.isBlocked()))
                .toList();
    }
}
