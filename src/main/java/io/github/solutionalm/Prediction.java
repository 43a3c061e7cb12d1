package io.github.solutionalm;

import io.github.solutionalm.model.Certainty;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Doubt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a plan foretold of an operation, held against what happened (docs/snapshots.md, "Was the plan right?").
 *
 * @param planned of how many components the plan said something
 * @param agreed with how many it happened so, or as the plan's doubt allowed
 * @param differences all others, by component
 */
public record Prediction(int planned, int agreed, List<Difference> differences) {

    public Prediction {
        differences = List.copyOf(differences);
    }

    /**
     * A component with which something else happened.
     *
     * @param key the component
     * @param foretold what the plan said; empty when it said nothing of it
     * @param happened what the environment shows; empty when it shows nothing
     * @param certainty how certain the plan was; certain where it said nothing
     */
    public record Difference(
            ComponentKey key, Optional<Change> foretold, Optional<Change> happened, Certainty certainty) {}

    /** Compares by component. What happens only when a staged upgrade is applied is not compared. */
    public static Prediction of(List<ComponentChange> plan, List<ComponentResult> result) {
        Map<ComponentKey, Change> left = new TreeMap<>();
        result.forEach(component -> left.put(component.key(), component.change()));
        List<Difference> differences = new ArrayList<>();
        for (ComponentChange change : plan) {
            Optional<Change> happened = Optional.ofNullable(left.remove(change.key()));
            if (happened.filter(it -> isForetold(change, it)).isEmpty()) {
                differences.add(
                        new Difference(change.key(), Optional.of(change.change()), happened, change.certainty()));
            }
        }
        int agreed = plan.size() - differences.size();
        left.forEach((key, happened) ->
                differences.add(new Difference(key, Optional.empty(), Optional.of(happened), Certainty.CERTAIN)));
        differences.sort(Comparator.comparing(Difference::key));
        return new Prediction(plan.size(), agreed, differences);
    }

    private static boolean isForetold(ComponentChange plan, Change happened) {
        return plan.change() == happened
                || plan.doubts().contains(Doubt.MAY_BE_UNCHANGED) && happened == Change.UNCHANGED
                || plan.doubts().contains(Doubt.MAY_EXIST) && happened != Change.DELETE;
    }
}
