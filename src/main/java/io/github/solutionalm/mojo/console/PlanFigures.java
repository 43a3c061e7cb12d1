package io.github.solutionalm.mojo.console;

import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportListener.PlannedChange;
import io.github.solutionalm.Operation;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.DataAtRisk;
import java.util.ArrayList;
import java.util.List;

/** A plan in figures: {@code 12 added, 3 changed, 240 unchanged, 4 deleted; 1 hidden by unmanaged customizations}. */
final class PlanFigures {

    private PlanFigures() {}

    static String of(PlanSummary plan) {
        List<String> figures = new ArrayList<>();
        figures.add(count(plan.changes(), Change.ADD) + " added");
        figures.add(count(plan.changes(), Change.CHANGE) + " changed");
        figures.add(plan.unchanged() + " unchanged");
        figures.add(count(plan.changes(), Change.DELETE) + " deleted" + withData(plan.changes()));
        if (count(plan.changes(), Change.UNLAYER) > 0) {
            figures.add(count(plan.changes(), Change.UNLAYER) + " reverted to the layer below");
        }
        figures.addAll(plan.operation() == Operation.STAGE_UPGRADE ? deferred(plan) : kept(plan));
        long blocked = plan.changes().stream().filter(PlannedChange::blocked).count();
        if (blocked > 0) {
            figures.add(blocked + " blocked");
        }
        List<String> hidden = plan.hidden().entrySet().stream()
                .map(layer -> layer.getValue() + " hidden by " + Wording.layer(layer.getKey()))
                .toList();
        return String.join(", ", figures) + (hidden.isEmpty() ? "" : "; " + String.join(", ", hidden));
    }

    /** An update keeps components that are no longer in the package; an upgrade keeps only those that the package still lists. */
    private static List<String> kept(PlanSummary plan) {
        long kept = count(plan.changes(), Change.KEEP);
        if (kept == 0) {
            return List.of();
        }
        boolean upgrade = plan.operation() == Operation.UPGRADE || plan.operation() == Operation.APPLY_UPGRADE;
        return List.of(kept + " kept "
                + (upgrade ? "because the new version still lists them" : "although no longer in the package"));
    }

    /** Staging keeps everything; part of it only until the upgrade is applied. */
    private static List<String> deferred(PlanSummary plan) {
        List<String> figures = new ArrayList<>();
        long deleted = count(plan.deferred(), Change.DELETE);
        if (deleted > 0) {
            figures.add(deleted + " kept until apply-upgrade deletes " + (deleted == 1 ? "it" : "them")
                    + withData(plan.deferred()));
        }
        long unlayered = count(plan.deferred(), Change.UNLAYER);
        if (unlayered > 0) {
            figures.add(unlayered + " kept until apply-upgrade reverts " + (unlayered == 1 ? "it" : "them")
                    + " to the layer below");
        }
        return figures;
    }

    /** How many deletions lose data as far as anybody knows; nothing to say in an environment without rows. */
    private static String withData(List<PlannedChange> changes) {
        List<DataAtRisk> data = changes.stream()
                .filter(change -> change.change() == Change.DELETE)
                .flatMap(change -> change.data().stream())
                .filter(DataAtRisk::isLoss)
                .toList();
        long unknown = data.stream().filter(risk -> risk.count().isEmpty()).count();
        List<String> figures = new ArrayList<>();
        if (data.size() > unknown) {
            figures.add(data.size() - unknown + " with data");
        }
        if (unknown > 0) {
            figures.add(unknown + " maybe with data");
        }
        return figures.isEmpty() ? "" : " (" + String.join(", ", figures) + ")";
    }

    private static long count(List<PlannedChange> changes, Change change) {
        return changes.stream().filter(c -> c.change() == change).count();
    }
}
