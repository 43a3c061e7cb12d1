package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ActiveRule;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.ReadRuleState;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobPlace;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of a package that are active in the environment. They are deactivated before the import starts, and activated
 * again when it has ended, whichever way. They are recorded before, so that a later build activates them if this one does not
 * see the end.
 */
final class DeactivatedRules {

    private static final int PAGE = 5_000;

    /** Time for the activation, which must not fail because the import has used up its own. */
    private static final Duration ACTIVATING = Duration.ofMinutes(5);

    private static final Set<String> CODES = Set.of(
            PlatformCode.ROUTING_RULE.code(),
            PlatformCode.SLA.code(),
            PlatformCode.CONVERT_RULE.code(),
            PlatformCode.EDIT_ACTIVE_RULE.code(),
            PlatformCode.EDIT_ACTIVE_SLA.code());

    private final Attempt attempt;
    private final OperationContext access;
    private final JobPlace place;

    /** The rules to activate: of this build, and of an earlier one that did not see the end of its import. */
    private Set<ActiveRule> rules;

    /** The rules that this plugin certainly put into draft. */
    private final Set<ActiveRule> drafts;

    DeactivatedRules(Attempt attempt, String solution) {
        this.attempt = attempt;
        this.access = attempt.access();
        this.place = attempt.place(solution);
        this.rules = new LinkedHashSet<>(attempt.folder().rules(place));
        this.drafts = new LinkedHashSet<>(rules);
    }

    /**
     * Puts the active rules of the package into draft.
     *
     * @throws SolutionException when the rules can't be read, recorded or deactivated; then nothing may be started
     */
    void deactivate(SolutionPackage content) throws SolutionException {
        List<ActiveRule> active = active(content);
        if (active.isEmpty()) {
            return;
        }
        rules.addAll(active);
        attempt.folder().keepRules(place, List.copyOf(rules));
        for (ActiveRule rule : active) {
            access.call(rule.draft());
            drafts.add(rule);
        }
    }

    private List<ActiveRule> active(SolutionPackage content) throws WebApiException {
        List<ActiveRule> active = new ArrayList<>();
        for (ComponentType type : ActiveRule.types()) {
            Set<String> brought = content.components().stream()
                    .filter(component -> component.key().type().equals(type) && !component.isContext())
                    .map(SolutionComponent::key)
                    .map(key -> key.key().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            if (!brought.isEmpty()) {
                rows(type).stream()
                        .filter(rule -> brought.contains(rule.id().toLowerCase(Locale.ROOT)))
                        .forEach(active::add);
            }
        }
        return active;
    }

    /** The active rules of a type; none in an environment without Customer Service, which has no such table. */
    private List<ActiveRule> rows(ComponentType type) throws WebApiException {
        List<ActiveRule> rows = new ArrayList<>();
        try {
            new Rows("read which rules of the kind " + type.label() + " are active", ActiveRule.active(type), PAGE)
                    .each(access.api(), access.deadline(), row -> rows.add(ActiveRule.of(type, row)));
            return rows;
        } catch (WebApiException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    /** Carries out the import. If it breaks off it may go on in the environment; then the rules stay drafts. */
    ImportResult around(OperationEnds.Work work) throws SolutionException {
        try {
            return work.carryOut();
        } catch (SolutionException e) {
            if (attempt.phase().job().isPresent() && !(e instanceof RefusalException)) {
                postpone();
            } else {
                activate();
            }
            throw e;
        }
    }

    /** Activates the rules after the end of the import, or if it was not started. A failure is an error of the operation. */
    void activate() {
        OperationContext enough = access.anew(ACTIVATING);
        Set<ActiveRule> left = new LinkedHashSet<>();
        for (ActiveRule rule : rules) {
            try {
                activate(rule, enough);
            } catch (WebApiException e) {
                left.add(rule);
                attempt.stillInDraft(rule.finding("was deactivated for the import and could not be activated again: "
                        + e.getMessage() + " It is now a draft: activate it in the environment, or run the same"
                        + " goal again to retry."));
            }
        }
        rules = left;
        if (left.isEmpty()) {
            attempt.folder().forgetRules(place);
        }
    }

    private void activate(ActiveRule rule, OperationContext enough) throws WebApiException {
        try {
            boolean active = enough.call(new ReadRuleState(rule));
            if (active && !drafts.contains(rule)) {
                return;
            }
            if (!active) {
                enough.call(rule.activate());
            }
            attempt.warn(rule.finding("was active in the environment: with activeRules=deactivate it was"
                    + " deactivated for the import and activated again."));
        } catch (WebApiException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            attempt.warn(rule.finding(
                    "was active in the environment: it was deactivated for the import and no longer" + " exists."));
        }
    }

    /** Leaves the rules in draft, since the import may still run: a later build that sees its end activates them. */
    private void postpone() {
        rules.forEach(rule -> attempt.stillInDraft(rule.finding(
                "was deactivated for the import, and it is unknown whether that import has ended. Run the same"
                        + " goal again: it activates the rule when the import ends; otherwise activate it in the"
                        + " environment.")));
    }

    /** The error; one that active rules cause also advises to set activeRules. */
    static Finding advised(Finding error, ActiveRules policy) {
        boolean way = policy == ActiveRules.FAIL && CODES.stream().anyMatch(error.code()::equalsIgnoreCase);
        return way
                ? new Finding(
                        error.code(),
                        error.name(),
                        error.message()
                                + " Set activeRules to 'deactivate' (-Dsolution.activeRules=deactivate): active rules"
                                + " are deactivated for the import and activated again afterwards.",
                        error.component())
                : error;
    }
}
