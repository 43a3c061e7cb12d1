package io.github.solutionalm.dataverse;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.Operation;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.MissingParts;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.content.ContentChanges;
import io.github.solutionalm.dataverse.content.ContentWatch;
import io.github.solutionalm.dataverse.content.ContentWatch.Seen;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobEnd;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.OutcomeUnknownException;
import io.github.solutionalm.dataverse.job.Publication;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether an import succeeded. A job that reports success is not enough: no component may have failed, and the
 * environment must hold the package's version (docs/platform-facts.md, "The import job").
 */
final class ImportVerdict {

    /** Looks at the installed version: a new one may take a moment to appear. */
    private static final int LOOKS = 4;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Attempt attempt;
    private final OperationContext access;
    private final SolutionPackage solution;
    private final ImportOptions options;
    private final ContentWatch content;

    ImportVerdict(Attempt attempt, SolutionPackage solution, ImportOptions options, ContentWatch content) {
        this.attempt = attempt;
        this.access = attempt.access();
        this.solution = solution;
        this.options = options;
        this.content = content;
    }

    /**
     * Returns the result of the import, from all that the environment says of it.
     *
     * @param end how its job ended
     * @param progress percent, as the environment last said
     * @param before what was in the environment before the import
     */
    ImportResult of(JobFile job, JobEnd end, double progress, Seen before) throws SolutionException {
        ImportEvidence evidence = ImportEvidence.of(access, job.job());
        // The documents go into the reports, however this ends.
        attempt.reach(new Phase.Told(
                attempt.phase(),
                evidence.documents(),
                end.error().map(error -> MissingParts.inText(error.message())).orElse(List.of())));
        attempt.warn(evidence.warnings());
        List<Finding> errors = errors(evidence, end);
        Operation operation = job.chosen().operation();
        boolean ended = end.error().isEmpty();
        Optional<String> other = ended ? otherThanExpected(operation) : Optional.empty();
        boolean there = ended && other.isEmpty();
        boolean success = errors.isEmpty() && there;
        ImportResult.Effects effects = effects(job, evidence, there, before);
        attempt.reach(new Phase.Ended(attempt.phase(), success ? 100 : progress, effects));
        if (success && evidence.passed().isEmpty()) {
            tellWithoutEvidence(job);
        }
        other.ifPresent(message -> errors.add(PlatformCode.SOLUTION_ERROR.finding(message)));
        return errors.isEmpty() ? succeeded(operation) : failed(operation, errors, there);
    }

    private static List<Finding> errors(ImportEvidence evidence, JobEnd end) {
        List<Finding> errors = new ArrayList<>(evidence.failures());
        end.error().map(Findings::of).ifPresent(said -> {
            errors.removeIf(other -> said.message().contains(other.message()));
            errors.add(0, said);
        });
        if (errors.isEmpty() && evidence.passed().filter(passed -> !passed).isPresent()) {
            errors.add(PlatformCode.SOLUTION_ERROR.finding(
                    "The job reports success, but its result reports failure without a reason."));
        }
        return errors;
    }

    private ImportResult.Effects effects(JobFile job, ImportEvidence evidence, boolean there, Seen before) {
        Operation operation = job.chosen().operation();
        Instant now = attempt.now();
        ContentChanges changes = there
                ? content.after(job, before, comparison -> comparison.imported(solution, operation))
                : ContentChanges.UNKNOWN;
        List<ComponentResult> components = new ComponentResults(operation, changes, now)
                .of(solution.components(), evidence.entries(), there ? Status.SUCCESS : Status.UNPROCESSED);
        if (changes.isKnown()) {
            attempt.listener().changed(changes.summary(operation, components));
        }
        return new ImportResult.Effects(
                components,
                solution.languages(),
                changes.hiddenInAll(),
                unpublished(components),
                LeftOff.amongNew(solution.components(), components),
                changes.isKnown() ? attempt.prediction(components) : Optional.empty());
    }

    /**
     * Warns that only the installed version, and the job if there is one, show that the import succeeded.
     *
     * @throws OutcomeUnknownException when that version may have been there before
     */
    private void tellWithoutEvidence(JobFile job) throws OutcomeUnknownException {
        if (!job.broughtVersion() && job.systemJob().isEmpty()) {
            throw new OutcomeUnknownException(
                    "The environment holds " + solution.manifest().uniqueName() + " "
                            + solution.manifest().version() + ", and has no readable log of the import job " + job.job()
                            + ", so it is unknown whether this import installed it completely.");
        }
        attempt.warn(Findings.warning(
                "",
                "The environment has no readable log of the import job " + job.job()
                        + ". The import succeeded according to "
                        + (job.systemJob().isPresent() ? "its job and by " : "")
                        + "the version that is installed; the result of each component is unknown"));
    }

    private ImportResult failed(Operation operation, List<Finding> errors, boolean there) throws SolutionException {
        if (there && operation != Operation.STAGE_UPGRADE) {
            errors.add(PlatformCode.SOLUTION_ERROR.finding(again()));
        }
        leftover(operation).ifPresent(errors::add);
        errors.replaceAll(error -> DeactivatedRules.advised(error, options.activeRules()));
        return EndedOperation.failed(attempt, errors);
    }

    private ImportResult succeeded(Operation operation) throws SolutionException {
        if (operation != Operation.STAGE_UPGRADE && options.enableSdkMessageProcessingSteps()) {
            attempt.warn(new Activations(access, options).settle(solution));
        }
        return publishedIfAsked();
    }

    /** Advice to import again: a version that is installed with failed components would be skipped the next time. */
    private String again() {
        SolutionManifest manifest = solution.manifest();
        return "The environment holds " + manifest.uniqueName() + " " + manifest.version() + " nevertheless,"
                + " without the failed components. Fix the cause and import it again with sameVersion=import"
                + " (-Dsolution.sameVersion=import); otherwise it counts as installed and is skipped.";
    }

    private ImportResult publishedIfAsked() throws SolutionException {
        ImportResult.Effects effects = attempt.phase().effects();
        if (!options.publish() || effects.unpublished() == 0) {
            return EndedOperation.succeeded(attempt);
        }
        Optional<Finding> error = published();
        if (error.isPresent()) {
            Finding why = error.get();
            String message = "The import succeeded, but publishing afterwards failed: " + why.message()
                    + " Publish with solution:publish.";
            return EndedOperation.failed(
                    attempt, List.of(new Finding(why.code(), why.name(), message, Optional.empty())));
        }
        attempt.reach(new Phase.Ended(attempt.phase(), 100, effects.published()));
        return EndedOperation.succeeded(attempt);
    }

    private Optional<Finding> published() throws SolutionException {
        try {
            return new Publication(access, attempt.listener(), options.lockTimeout())
                    .carryOut(solution)
                    .error()
                    .map(Findings::of);
        } catch (RefusalException e) {
            return e.errors().stream().findFirst();
        } catch (WebApiException e) {
            // Publishing was refused; how the import ended is known all the same.
            if (e.certainlyNotAccepted() && e.error().isPresent()) {
                return Optional.of(Findings.of(e.error().get().code(), e.getMessage(), List.of()));
            }
            throw e;
        }
    }

    private int unpublished(List<ComponentResult> components) {
        return solution.manifest().managed()
                ? 0
                : (int) components.stream()
                        .filter(component -> component.key().type().publishes())
                        .count();
    }

    /** Says which other version the environment holds; empty when it holds the expected one. */
    private Optional<String> otherThanExpected(Operation operation) throws SolutionException {
        SolutionManifest manifest = solution.manifest();
        String name = operation == Operation.STAGE_UPGRADE
                ? SolutionStack.holdingName(manifest.uniqueName())
                : manifest.uniqueName();
        for (int looks = 1; ; looks++) {
            InstalledRows installed = InstalledRows.of(access.api(), access.deadline());
            Optional<InstalledSolution> held = installed.solution(name);
            boolean rolledUp = operation != Operation.UPGRADE
                    || SolutionStack.of(manifest.uniqueName(), installed)
                            .holding()
                            .isEmpty();
            if (held.map(InstalledSolution::version).equals(Optional.of(manifest.version())) && rolledUp) {
                return Optional.empty();
            }
            if (looks == LOOKS) {
                return Optional.of("The job reports success, but the environment "
                        + held.map(other -> "holds " + name + " " + other.version())
                                .orElse("does not hold " + name)
                        + " and not " + manifest.version() + (rolledUp ? "" : ", and the upgrade is still staged")
                        + ".");
            }
            access.pause(BETWEEN_LOOKS);
        }
    }

    /**
     * An error for the holding solution that a broken-off upgrade leaves behind: nothing else of the solution can be imported
     * while it exists (docs/platform-facts.md, "Update, upgrade, stage").
     */
    private Optional<Finding> leftover(Operation operation) throws SolutionException {
        if (operation != Operation.UPGRADE && operation != Operation.STAGE_UPGRADE) {
            return Optional.empty();
        }
        String name = solution.manifest().uniqueName();
        return SolutionStack.of(name, InstalledRows.of(access.api(), access.deadline()))
                .holding()
                .map(holding -> PlatformCode.CLONE_SOLUTION.finding("The upgrade left " + holding.uniqueName() + " "
                        + holding.version() + " behind, and nothing else of " + name
                        + " can be imported while it exists. Fix the cause and apply it with"
                        + " solution:apply-upgrade, or set leftoverUpgrade"
                        + " (-Dsolution.leftoverUpgrade=apply|discard)."));
    }
}
