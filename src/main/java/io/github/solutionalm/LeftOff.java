package io.github.solutionalm;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A workflow that stays off, since it was exported as a draft (README, "What the embedded environment does").
 *
 * @param key the workflow
 * @param name its name; may be empty
 */
public record LeftOff(ComponentKey key, String name) {

    /**
     * Those of a plan, by key. One that was on before, or would be on but for the options, is a warning instead.
     *
     * @param warnings the plan's
     */
    public static List<LeftOff> of(List<ComponentChange> changes, List<Finding> warnings) {
        Set<ComponentKey> warned = warnings.stream()
                .filter(warning -> warning.code().equals(PlatformCode.WORKFLOW_DEACTIVATED.code()))
                .flatMap(warning -> warning.component().stream())
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(change -> isDraft(change) && !warned.contains(change.key()))
                .map(change -> new LeftOff(change.key(), change.name()))
                .sorted(Comparator.comparing(LeftOff::key))
                .toList();
    }

    private static boolean isDraft(ComponentChange change) {
        return change.key().type().equals(ComponentType.WORKFLOW)
                && change.state().filter(ActivationState::isOn).isEmpty()
                && change.component()
                        .flatMap(SolutionComponent::activated)
                        .filter(on -> !on)
                        .isPresent();
    }
}
