package io.github.solutionalm.embedded;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.OperationResult.Findings;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PlanResult.Blocks;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the result or the plan of an operation from the last phase that it reached. */
final class OperationReport {

    private final Attempt attempt;
    private final Phase phase;

    private OperationReport(Attempt attempt) {
        this.attempt = attempt;
        this.phase = attempt.phase();
    }

    static ImportResult succeeded(Attempt attempt) {
        return new OperationReport(attempt).succeeded();
    }

    static ImportResult failed(Attempt attempt, Outcome outcome, RefusalException refusal) {
        return new OperationReport(attempt).failed(outcome, refusal);
    }

    /** What would be done. */
    static PlanResult plan(Attempt attempt, List<Finding> errors, List<MissingDependency> missing) {
        return new OperationReport(attempt).plan(errors, missing);
    }

    private ImportResult succeeded() {
        Instant at = attempt.now();
        Optional<ImportPlan> plan = phase.plan();
        return result(
                phase.success(),
                at,
                new Findings(
                        List.of(),
                        phase.warnings(),
                        plan.map(ImportPlan::missingDependencies).orElse(List.of())),
                new ImportResult.Effects(
                        components(Status.SUCCESS, Optional.of(at)),
                        phase.languages(),
                        hidden(),
                        phase.isPublished() ? 0 : unpublished(),
                        LeftOff.of(phase.changes(), phase.warnings())));
    }

    private ImportResult failed(Outcome outcome, RefusalException refusal) {
        return result(
                outcome,
                attempt.now(),
                new Findings(refusal.errors(), phase.warnings(), refusal.missingDependencies()),
                new ImportResult.Effects(
                        components(Status.UNPROCESSED, Optional.empty()), phase.languages(), hidden(), 0, List.of()));
    }

    private ImportResult result(Outcome outcome, Instant at, Findings findings, ImportResult.Effects effects) {
        return new ImportResult(
                phase.subject(),
                phase.operation(),
                outcome,
                new ImportResult.Timing(
                        Optional.of(attempt.jobId()), attempt.startedOn(), at, outcome.isSuccess() ? 100 : 0),
                findings,
                effects,
                JobDocuments.NONE);
    }

    private int hidden() {
        return phase.plan().map(ImportPlan::hidden).orElse(0);
    }

    private int unpublished() {
        return (int) phase.plan().map(ImportPlan::changes).orElse(List.of()).stream()
                .filter(change -> change.component().isPresent() && !change.published())
                .count();
    }

    private List<ComponentResult> components(Status status, Optional<Instant> at) {
        Map<ComponentKey, Finding> byComponent = new HashMap<>();
        phase.warnings().forEach(warning -> warning.component().ifPresent(key -> byComponent.put(key, warning)));
        return phase.changes().stream()
                .map(change -> component(change, status, at, Optional.ofNullable(byComponent.get(change.key()))))
                .sorted(Comparator.comparing(ComponentResult::key))
                .toList();
    }

    private static ComponentResult component(
            ComponentChange change, Status status, Optional<Instant> at, Optional<Finding> warning) {
        return new ComponentResult(
                change.key(),
                change.name(),
                change.change(),
                warning.isPresent() && status == Status.SUCCESS ? Status.WARNING : status,
                at,
                warning.map(Finding::code),
                warning.map(Finding::message));
    }

    private PlanResult plan(List<Finding> errors, List<MissingDependency> missing) {
        Optional<ImportPlan> plan = phase.plan();
        boolean refused = !errors.isEmpty();
        boolean blocked = plan.filter(ImportPlan::isBlocked).isPresent();
        return new PlanResult(
                phase.subject(),
                phase.operation(),
                refused || blocked ? Outcome.FAILED : phase.success(),
                new Findings(
                        errors,
                        phase.warnings(),
                        plan.map(ImportPlan::missingDependencies).orElse(missing)),
                refused ? Blocks.NONE : blocks(),
                refused ? List.of() : phase.changes(),
                refused ? List.of() : plan.map(ImportPlan::deferred).orElse(List.of()),
                phase.basis());
    }

    private Blocks blocks() {
        return new Blocks(
                phase.plan()
                        .map(made -> BlockedPlan.findings(made.changes(), made.owner()))
                        .orElse(List.of()),
                phase.gateFindings());
    }
}
