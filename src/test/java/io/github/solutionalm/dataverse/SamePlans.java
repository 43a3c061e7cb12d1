package io.github.solutionalm.dataverse;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Doubt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans of the same operations: made where everything is known, in the environment that the server serves, and made of what was
 * captured of it through the Web API.
 *
 * @param known made where everything is known
 * @param captured made of what was captured
 */
record SamePlans(List<PlanResult> known, List<PlanResult> captured) {

    static SamePlans of(Contoso contoso, OperationRequest... sequence) throws Exception {
        return with(List.of(), contoso, sequence);
    }

    /** With the packages that are installed. */
    static SamePlans with(List<Path> installed, Contoso contoso, OperationRequest... sequence) throws Exception {
        EnvironmentId id = new EnvironmentId("server", "embedded", "jdbc:sqlite:" + contoso.server.environment());
        try (EmbeddedEnvironment environment =
                EmbeddedEnvironment.open(id, EmbeddedSettings.defaults(), contoso.clock)) {
            return new SamePlans(
                    environment.plan(List.of(sequence), ImportListener.NONE),
                    contoso.open(installed).plan(List.of(sequence), ImportListener.NONE));
        }
    }

    /** What the captured plan says otherwise, where it is not in doubt. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        if (known.size() != captured.size()) {
            differences.add(known.size() + " plans, but " + captured.size() + " of what was captured: "
                    + captured.get(captured.size() - 1).errors()
                    + captured.get(captured.size() - 1).blockers());
        }
        for (int i = 0; i < Math.min(known.size(), captured.size()); i++) {
            if (!known.get(i).operation().equals(captured.get(i).operation())) {
                differences.add(
                        known.get(i).operation() + ", but " + captured.get(i).operation());
            }
            if (known.get(i).errors().isEmpty() != captured.get(i).errors().isEmpty()) {
                differences.add("errors " + known.get(i).errors() + ", but "
                        + captured.get(i).errors());
            }
            differences(known.get(i).changes(), captured.get(i).changes(), differences);
            differences(known.get(i).deferred(), captured.get(i).deferred(), differences);
        }
        return differences;
    }

    private static void differences(
            List<ComponentChange> known, List<ComponentChange> captured, List<String> differences) {
        Map<ComponentKey, ComponentChange> left = new HashMap<>();
        captured.forEach(change -> left.put(change.key(), change));
        // One that is known by its id alone may be any of its type.
        Set<ComponentType> nameless = new HashSet<>();
        captured.stream()
                .filter(change -> change.doubts().contains(Doubt.MAY_STAY))
                .forEach(change -> {
                    left.remove(change.key());
                    nameless.add(change.key().type());
                });
        for (ComponentChange change : known) {
            ComponentChange other = left.remove(change.key());
            if (other == null && nameless.contains(change.key().type())) {
                continue;
            }
            if (other == null) {
                differences.add(change.key() + " " + change.change() + ", but not in the captured plan");
            } else {
                difference(change, other, differences);
            }
        }
        left.values()
                .forEach(
                        change -> differences.add(change.key() + " " + change.change() + " only in the captured plan"));
    }

    private static void difference(ComponentChange known, ComponentChange captured, List<String> differences) {
        boolean unchanged = known.change() == Change.UNCHANGED
                && captured.change() == Change.CHANGE
                && captured.doubts().contains(Doubt.MAY_BE_UNCHANGED);
        boolean exists = (known.change() == Change.CHANGE || known.change() == Change.UNCHANGED)
                && captured.change() == Change.ADD
                && captured.doubts().contains(Doubt.MAY_EXIST);
        String what = known.key() + " " + known.change();
        if (known.change() != captured.change() && !unchanged && !exists) {
            differences.add(what + ", but " + captured.change() + " " + captured.doubts());
        }
        if (!known.hiddenBy().equals(captured.hiddenBy())
                && !unchanged
                && !exists
                && !captured.doubts().contains(Doubt.MAY_SHOW)) {
            differences.add(what + " hidden by " + known.hiddenBy() + ", but by " + captured.hiddenBy());
        }
        boolean doubtful = captured.doubts().contains(Doubt.MAY_BE_BLOCKED);
        Set<String> blockers = blockers(known, doubtful);
        Set<String> others = blockers(captured, doubtful);
        if (doubtful ? !blockers.containsAll(others) : !blockers.equals(others)) {
            differences.add(what + " blocked by " + blockers + ", but by " + others);
        }
    }

    /** In doubt it may also be another layer of the same component. */
    private static Set<String> blockers(ComponentChange change, boolean doubtful) {
        Set<String> blockers = new TreeSet<>();
        change.blockedBy().forEach(each -> blockers.add(each.key() + (doubtful ? "" : " of " + each.solution())));
        return blockers;
    }
}
