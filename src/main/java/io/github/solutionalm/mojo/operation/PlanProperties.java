package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.mojo.build.CommandLineProperties;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Properties with the figures of the plans, for later plugins of the build. */
public final class PlanProperties {

    private static final Set<Change> CHANGES = EnumSet.of(Change.ADD, Change.CHANGE, Change.DELETE, Change.UNLAYER);

    private PlanProperties() {}

    /** Names and values, over all plans. */
    public static Map<String, String> of(List<PlanResult> plans) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(name("changes"), count(plans, change -> CHANGES.contains(change.change())));
        properties.put(name("deletes"), count(plans, change -> change.change() == Change.DELETE));
        properties.put(name("blocked"), count(plans, ComponentChange::isBlocked));
        return properties;
    }

    private static String name(String what) {
        return CommandLineProperties.PREFIX + "plan." + what;
    }

    private static String count(List<PlanResult> plans, Predicate<ComponentChange> counted) {
        return String.valueOf(plans.stream()
                .flatMap(plan -> plan.changes().stream())
                .filter(counted)
                .count());
    }
}
