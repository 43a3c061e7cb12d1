package io.github.solutionalm.engine;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An active routing rule set can't be changed: one that is active, in the package or in the environment, can't be imported
 * where the same id exists (docs/concepts.md, "Active rules"). The same holds for convert rules and SLAs.
 */
final class RuleChecks {

    /** For each kind: the error of the import as a whole, and the error of the rule. */
    private static final Map<ComponentType, List<PlatformCode>> CODES = Map.of(
            ComponentType.ROUTING_RULE, List.of(PlatformCode.ROUTING_RULE, PlatformCode.EDIT_ACTIVE_RULE),
            ComponentType.CONVERT_RULE, List.of(PlatformCode.CONVERT_RULE, PlatformCode.EDIT_ACTIVE_RULE),
            ComponentType.SLA, List.of(PlatformCode.SLA, PlatformCode.EDIT_ACTIVE_SLA));

    /** The error of deleting an active rule. */
    private static final Map<ComponentType, PlatformCode> DELETION_CODES = Map.of(
            ComponentType.ROUTING_RULE, PlatformCode.DELETE_ACTIVE_RULE,
            ComponentType.CONVERT_RULE, PlatformCode.DELETE_ACTIVE_RULE,
            ComponentType.SLA, PlatformCode.DELETE_ACTIVE_SLA);

    private RuleChecks() {}

    /** The error of deleting an active component of this type, for rules. */
    static Optional<PlatformCode> deletion(ComponentType type) {
        return Optional.ofNullable(DELETION_CODES.get(type));
    }

    /** Whether it is a rule that can't be changed while it is active. */
    static boolean isRule(ComponentType type) {
        return CODES.containsKey(type);
    }

    /** Active rules that the package brings where they exist: two errors for each, that of the import and that of the rule. */
    static List<Finding> errors(SolutionPackage solution, Map<ComponentKey, ComponentState> states) {
        return active(solution, states, (rule, there) -> errors(rule, there).stream());
    }

    /** Warnings where rules are deactivated for the import: what becomes of each. */
    static List<Finding> warnings(SolutionPackage solution, Map<ComponentKey, ComponentState> states) {
        return active(solution, states, (rule, there) -> Stream.of(warning(rule, there)));
    }

    private static List<Finding> active(
            SolutionPackage solution,
            Map<ComponentKey, ComponentState> states,
            BiFunction<SolutionComponent, Boolean, Stream<Finding>> findings) {
        List<Finding> all = new ArrayList<>();
        for (SolutionComponent component : solution.components()) {
            ComponentState state = states.get(component.key());
            if (!isRule(component.key().type())
                    || state == null
                    || state.layers().isEmpty()
                    || component.isContext()) {
                continue;
            }
            boolean there = state.state().filter(ActivationState::isOn).isPresent();
            if (there || component.activated().orElse(false)) {
                findings.apply(component, there).forEach(all::add);
            }
        }
        return all;
    }

    /** What the platform says of the import, and of the rule. */
    private static List<Finding> errors(SolutionComponent rule, boolean there) {
        List<PlatformCode> codes = CODES.get(rule.key().type());
        return List.of(
                codes.get(0)
                        .finding(
                                "The " + name(rule) + " exists in the environment and can't be imported because it is"
                                        + " active.",
                                rule.key()),
                codes.get(1)
                        .finding(
                                "The " + name(rule) + " is active in the " + (there ? "environment" : "package")
                                        + ", and an active rule can't be changed. Set activeRules to 'deactivate'"
                                        + " (-Dsolution.activeRules=deactivate): it is deactivated for the"
                                        + " import and activated again afterwards.",
                                rule.key()));
    }

    private static Finding warning(SolutionComponent rule, boolean there) {
        return CODES.get(rule.key().type())
                .get(1)
                .finding(
                        "The " + name(rule)
                                + (there
                                        ? " is active in the environment: with activeRules=deactivate it is"
                                                + " deactivated for the import and activated again afterwards."
                                        : " is active in the package and a draft in the environment: with"
                                                + " activeRules=deactivate it is imported as a draft and"
                                                + " activated afterwards."),
                        rule.key());
    }

    /** Its kind, its name as far as it has one, and its id. */
    static String name(ComponentKey key, String name) {
        return key.type().label() + " " + (name.isEmpty() ? key.key() : name + " (" + key.key() + ")");
    }

    private static String name(SolutionComponent rule) {
        return name(rule.key(), rule.name());
    }
}
