package io.github.solutionalm.mojo.console;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Prints one plan: its figures, then its changes, the most important first. */
public final class PlanPrintout {

    private static final int LISTED = 20;
    private static final int LISTED_BLOCKERS = 10;

    /** What loses data comes before all else. */
    private static final Comparator<ComponentChange> DATA_FIRST = Comparator.comparing(
                    (ComponentChange change) -> change.data().isEmpty())
            .thenComparing(ComponentChange::key);

    private final Printout out;
    private final PlanResult plan;
    private final Path file;

    public PlanPrintout(Printout out, PlanResult plan, Path file) {
        this.out = out;
        this.plan = plan;
        this.file = file;
    }

    public void print() {
        if (!plan.errors().isEmpty()) {
            refused();
        } else if (plan.outcome() == Outcome.NOTHING_TO_APPLY) {
            out.line("Plan", "nothing to do: " + plan.solution() + " is installed, and no upgrade of it is staged");
        } else if (plan.outcome().isSkip()) {
            out.line("Plan", "nothing to do");
        } else {
            out.line("Plan", PlanFigures.of(PlanSummary.of(plan.operation(), plan.changes(), plan.deferred())));
            DoubtFigures.of(plan.changes()).ifPresent(doubts -> out.line("Unknown", doubts));
            plan.captured().ifPresent(captured -> GapsPrintout.print(captured.gaps(), out));
            sections();
            new MissingPrintout(out::warning, out.path(file)).print(plan.missingDependencies());
            if (!plan.leftOff().isEmpty()) {
                out.line("Left off", Wording.leftOff(plan.leftOff().size(), out.path(file)));
            }
        }
        new FindingsPrintout(out::warning, out.path(file)).print("Warning", plan.warnings());
        out.line("Plan file", out.path(file));
    }

    private void refused() {
        out.error(
                "Plan",
                "the environment would refuse this: "
                        + Wording.count(plan.errors().size(), "error"));
        new FindingsPrintout(out::error, out.path(file)).print("Error", plan.errors());
        new MissingPrintout(out::error, out.path(file)).print(plan.missingDependencies());
    }

    private void sections() {
        // No empty column where there are no rows at all, as in an embedded environment.
        boolean losing = plan.changes().stream()
                .anyMatch(change ->
                        change.change() == Change.DELETE && change.data().isPresent());
        changes(
                "Deletes",
                plan.changes(),
                change -> change.change() == Change.DELETE,
                losing
                        ? List.of(PlanPrintout::data, PlanPrintout::name, PlanPrintout::owners)
                        : List.of(PlanPrintout::name, PlanPrintout::owners));
        values();
        blocked();
        changes("Reveals", plan.changes(), change -> change.change() == Change.UNLAYER, PlanPrintout::name);
        changes("Later", plan.deferred(), PlanPrintout::isRemoved, PlanPrintout::later);
        changes(
                "Hidden",
                plan.changes(),
                change -> change.hiddenBy().isPresent(),
                change -> "by " + Wording.layer(change.hiddenBy().orElseThrow()));
        changes("Overwrites", plan.changes(), ComponentChange::overwritesCustomization, PlanPrintout::name);
        changes(
                "Changes",
                plan.changes(),
                change -> change.change() == Change.CHANGE,
                List.of(PlanPrintout::name, change -> Wording.details(change.details())));
        changes("Adds", plan.changes(), change -> change.change() == Change.ADD, PlanPrintout::name);
    }

    private void changes(
            String label,
            List<ComponentChange> all,
            Predicate<ComponentChange> filter,
            Function<ComponentChange, String> remark) {
        changes(label, all, filter, List.of(remark));
    }

    /** One column for each remark. */
    private void changes(
            String label,
            List<ComponentChange> all,
            Predicate<ComponentChange> filter,
            List<Function<ComponentChange, String>> remarks) {
        List<ComponentChange> changes =
                all.stream().filter(filter).sorted(DATA_FIRST).toList();
        if (changes.isEmpty()) {
            return;
        }
        out.line(label, Wording.count(changes.size(), "component"));
        out.table(changes.stream()
                .limit(LISTED)
                .map(change -> Stream.concat(
                                Stream.of(
                                        change.key().type().name(), change.key().key()),
                                remarks.stream().map(remark -> remark.apply(change)))
                        .toList())
                .toList());
        rest(changes.size());
    }

    private void blocked() {
        List<Finding> blockers = plan.blockers();
        if (blockers.isEmpty()) {
            return;
        }
        out.warning("Blocked", "the environment would refuse this:");
        new FindingsPrintout((label, line) -> out.warning("", "  " + line), out.path(file)).print("", blockers);
        Map<String, Long> holders = plan.changes().stream()
                .flatMap(change -> change.blockedBy().stream())
                .collect(groupingBy(blocker -> Wording.layer(blocker.solution()), TreeMap::new, counting()));
        if (blockers.size() > LISTED_BLOCKERS) {
            out.warning(
                    "",
                    "  held by "
                            + holders.entrySet().stream()
                                    .map(holder -> holder.getKey() + " (" + holder.getValue() + ")")
                                    .collect(joining(", ")));
        }
    }

    private void rest(int number) {
        if (number > LISTED) {
            out.detail("… and " + (number - LISTED) + " more, all listed in " + out.path(file));
        }
    }

    private static boolean isRemoved(ComponentChange change) {
        return change.change() == Change.DELETE || change.change() == Change.UNLAYER;
    }

    private static String owners(ComponentChange change) {
        String owners = change.owners().stream().map(Wording::layer).collect(joining(" and "));
        return owners.isEmpty() ? "" : "of " + owners;
    }

    private void values() {
        List<ComponentChange> losing = plan.changes().stream()
                .filter(change -> !change.values().isEmpty())
                .toList();
        if (!losing.isEmpty()) {
            out.line("Loses", "values of " + Wording.count(losing.size(), "choice"));
            out.table(losing.stream()
                    .limit(LISTED)
                    .map(change -> List.of(
                            change.key().type().name(),
                            change.key().key(),
                            Wording.values(change.values()),
                            data(change)))
                    .toList());
            rest(losing.size());
        }
    }

    private static String data(ComponentChange change) {
        return change.data().map(DataAtRisk::toString).orElse("");
    }

    private static String later(ComponentChange change) {
        return (change.change() == Change.DELETE ? "deleted" : "reverted to the layer below") + " by apply-upgrade"
                + (change.isBlocked() ? ", currently blocked" : "")
                + change.data().map(data -> ": " + data).orElse("");
    }

    private static String name(ComponentChange change) {
        boolean saysMore = !change.name().equalsIgnoreCase(change.key().key());
        return (saysMore ? change.name() : "") + (change.isBlocked() ? "  (blocked)" : "");
    }
}
