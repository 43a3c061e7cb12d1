package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.dataverse.api.ConnectionRows;
import io.github.solutionalm.dataverse.api.Cures;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.Switchable;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionPackage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Activates what is active in a package but inactive in the environment after the import. The environment leaves flows
 * inactive, without reporting it, if it does not find their connections or the importing user may not use them, and also
 * what depends on such flows.
 */
final class Activations {

    private static final int AT_ONCE = 25;
    private static final int PAGE = 5_000;
    private static final Duration ENOUGH = Duration.ofMinutes(5);
    private static final RowShape STATE = RowShape.ANY.numbers("statecode");

    private final OperationContext access;
    private final boolean activate;

    Activations(OperationContext access, ImportOptions options) {
        this.access = access.atMost(ENOUGH);
        this.activate = options.activateFlows();
    }

    /** Activates the inactive ones if the options say so; returns a warning for each, with the reason if it stays inactive. */
    List<Finding> settle(SolutionPackage solution) throws WebApiException {
        List<Switchable> on = solution.components().stream()
                .flatMap(component -> Switchable.of(component).stream())
                .toList();
        if (on.isEmpty()) {
            return List.of();
        }
        Optional<List<Switchable>> off = access.courtesy(() -> off(on));
        if (off.isEmpty()) {
            return List.of(Findings.warning(
                    "",
                    "It is unknown whether the workflows, flows and steps that the package has as active are"
                            + " active in the environment: it could not be asked"));
        }
        if (off.get().isEmpty()) {
            return List.of();
        }
        Set<ComponentKey> bound = access.courtesy(
                        () -> Set.copyOf(ConnectionRows.bound(access).keySet()))
                .orElseGet(() -> off.get().stream()
                        .flatMap(one -> one.connections().stream())
                        .collect(Collectors.toSet()));
        return activate ? switchedOn(off.get(), bound) : told(off.get(), bound);
    }

    private List<Switchable> off(List<Switchable> all) throws WebApiException {
        Set<ComponentKey> off = new HashSet<>();
        for (ComponentType type : Switchable.types()) {
            List<Switchable> some =
                    all.stream().filter(one -> one.key().type().equals(type)).toList();
            for (int from = 0; from < some.size(); from += AT_ONCE) {
                List<Switchable> part = some.subList(from, Math.min(some.size(), from + AT_ONCE));
                new Rows("see which " + type.label() + " are active", Switchable.rows(type, part), PAGE, STATE)
                        .each(access.api(), access.deadline(), row -> {
                            if (!Switchable.isOn(type, row)) {
                                off.add(Switchable.keyOf(type, row));
                            }
                        });
            }
        }
        return all.stream().filter(one -> off.contains(one.key())).toList();
    }

    /** Activates in rounds, since a flow can be activated only when the flows that it calls are active. */
    private List<Finding> switchedOn(List<Switchable> off, Set<ComponentKey> bound) throws WebApiException {
        List<Finding> findings = new ArrayList<>();
        List<Switchable> left = off;
        List<Finding> refused = List.of();
        boolean goesOn = true;
        while (goesOn && !left.isEmpty()) {
            List<Switchable> again = new ArrayList<>();
            refused = new ArrayList<>();
            for (Switchable one : left) {
                Optional<Finding> unbound = unbound(one, bound);
                Optional<Finding> why = unbound.isPresent() ? unbound : switchOn(one);
                if (why.isPresent()) {
                    again.add(one);
                    refused.add(why.get());
                } else {
                    findings.add(
                            finding(one, "was left inactive by the environment and was activated (activateFlows)."));
                }
            }
            goesOn = again.size() < left.size();
            left = again;
        }
        findings.addAll(refused);
        return findings;
    }

    private Optional<Finding> switchOn(Switchable one) throws WebApiException {
        try {
            access.call(one.on());
            return Optional.empty();
        } catch (WebApiException e) {
            if (e.kind() == Kind.INTERRUPTED) {
                throw e;
            }
            return Optional.of(Cures.advised(
                    finding(one, "is inactive in the environment and could not be activated: " + e.getMessage())));
        }
    }

    private List<Finding> told(List<Switchable> off, Set<ComponentKey> bound) {
        return off.stream()
                .map(one -> unbound(one, bound)
                        .orElseGet(() -> finding(
                                one,
                                "is inactive in the environment, but active in the package. Activate it there,"
                                        + " or import with activateFlows (-Dsolution.activateFlows=true).")))
                .toList();
    }

    /** The warning of a flow that is inactive for want of connections; empty if it has them all. */
    private static Optional<Finding> unbound(Switchable one, Set<ComponentKey> bound) {
        List<String> without = one.connections().stream()
                .filter(reference -> !bound.contains(reference))
                .map(ComponentKey::key)
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        one,
                        "is inactive in the environment because "
                                + (without.size() == 1 ? "its connection reference " : "its connection references ")
                                + String.join(", ", without)
                                + (without.size() == 1 ? " has" : " have")
                                + " no connection. Give one in the deployment settings (deploymentSettingsFile),"
                                + " shared with the importing user, and import again with sameVersion=import; or"
                                + " set it in the environment and activate it there."));
    }

    private static Finding finding(Switchable one, String what) {
        PlatformCode code = one.key().type().equals(ComponentType.WORKFLOW)
                ? PlatformCode.WORKFLOW_DEACTIVATED
                : PlatformCode.STEP_DISABLED;
        return code.finding("The " + one.label() + " " + what, one.key());
    }
}
