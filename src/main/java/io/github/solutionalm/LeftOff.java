package io.github.solutionalm;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A workflow that stays off because it was exported as a draft (docs/concepts.md, "States of workflows and
 * steps").
 *
 * @param key the workflow
 * @param name its name; may be empty
 */
public record LeftOff(ComponentKey key, String name) {

    /**
     * The drafts of a plan, by key. A workflow that was on before, or would be on but for the options, is a warning instead.
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

    /**
     * The drafts among the new components, for environments that do not report states.
     *
     * @param results what became of the package's components
     */
    public static List<LeftOff> amongNew(List<SolutionComponent> components, List<ComponentResult> results) {
        Set<ComponentKey> added = results.stream()
                .filter(result -> result.change() == Change.ADD)
                .map(ComponentResult::key)
                .collect(Collectors.toSet());
        return components.stream()
                .filter(component -> isDraft(component) && added.contains(component.key()))
                .map(component -> new LeftOff(component.key(), component.name()))
                .sorted(Comparator.comparing(LeftOff::key))
                .toList();
    }

    private static boolean isDraft(ComponentChange change) {
        return change.state().filter(ActivationState::isOn).isEmpty()
                && change.component().filter(LeftOff::isDraft).isPresent();
    }

    private static boolean isDraft(SolutionComponent component) {
        return component.key().type().equals(ComponentType.WORKFLOW)
                && component.activated().filter(on -> !on).isPresent();
    }
}
