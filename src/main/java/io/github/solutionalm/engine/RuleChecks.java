package io.github.solutionalm.engine;

import io.github.solutionalm.Finding;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * "You can't edit an active routing rule set" (seed): a rule set that is active, in the package or in the environment,
 * can't be imported where the same id exists (engine.md, "Check first", step 6). The same holds for convert rules and SLAs.
 */
final class RuleChecks {

    /** For each kind: the error of the import as a whole, and the error of the rule. */
    private static final Map<ComponentType, List<PlatformCode>> CODES = Map.of(
            ComponentType.ROUTING_RULE, List.of(PlatformCode.ROUTING_RULE, PlatformCode.EDIT_ACTIVE_RULE),
            ComponentType.CONVERT_RULE, List.of(PlatformCode.CONVERT_RULE, PlatformCode.EDIT_ACTIVE_RULE),
            ComponentType.SLA, List.of(PlatformCode.SLA, PlatformCode.EDIT_ACTIVE_SLA));

    /** The error of deleting one that is active. */
    private static final Map<ComponentType, PlatformCode> DELETION_CODES = Map.of(
            ComponentType.ROUTING_RULE, PlatformCode.DELETE_ACTIVE_RULE,
            ComponentType.CONVERT_RULE, PlatformCode.DELETE_ACTIVE_RULE,
            ComponentType.SLA, PlatformCode.DELETE_ACTIVE_SLA);

    private RuleChecks() {}

    /** The error of deleting an active component of this type, for rules. */
    static Optional<PlatformCode> deletion(ComponentType type) {
        return Optional.ofNullable(DELETION_CODES.get(type));
    }

    static List<Finding> errors(SolutionPackage solution, Map<ComponentKey, ComponentState> states) {
        List<Finding> errors = new ArrayList<>();
        for (SolutionComponent component : solution.components()) {
            ComponentState state = states.get(component.key());
            List<PlatformCode> codes = CODES.get(component.key().type());
            if (codes == null || state == null || state.layers().isEmpty() || component.isContext()) {
                continue;
            }
            boolean active = component.activated().orElse(false)
                    || state.state().filter(ActivationState::isOn).isPresent();
            if (active) {
                String rule = component.key().type().label() + " " + component.name() + " ("
                        + component.key().key() + ")";
                errors.add(codes.get(0)
                        .finding("The " + rule + " exists in the environment and can't be imported.", component.key()));
                errors.add(codes.get(1)
                        .finding(
                                "An active " + component.key().type().label()
                                        + " can't be changed. Deactivate it in the environment, and in the source before you export.",
                                component.key()));
            }
        }
        return errors;
    }
}
