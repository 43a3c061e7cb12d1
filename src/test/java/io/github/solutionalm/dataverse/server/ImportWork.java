package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.packaging.OpenedPackage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The work of ImportSolution and of StageAndUpgrade, which is an import as holding solution and then its promotion
 * (docs/platform-facts.md, "Update, upgrade, stage").
 */
final class ImportWork implements Callable<Ended> {

    private static final String PREFIX = "Solution manifest import: FAILURE: ";

    private final Organization organization;
    private final ImportParameters parameters;
    private final UUID job;
    private final JobPlan plan;
    private final Path folder;

    ImportWork(Organization organization, ImportParameters parameters, UUID job, JobPlan plan, Path folder) {
        this.organization = organization;
        this.parameters = parameters;
        this.job = job;
        this.plan = plan;
        this.folder = folder;
    }

    @Override
    public Ended call() throws SolutionException {
        Ended imported = parameters.upgrade() || parameters.holding() ? asHolding() : imported(Action.UPDATE);
        if (!parameters.upgrade()) {
            return imported;
        }
        if (imported.failure().isPresent()) {
            Failure inner = imported.failure().get();
            return new Ended(
                    Optional.of(new Failure(inner.code(), "ImportAsHolding failed with exception :" + inner.message())),
                    imported.files(),
                    "");
        }
        return promoted(imported);
    }

    private Ended promoted(Ended staged) throws SolutionException {
        String solution = staged.files().orElseThrow().solution();
        ImportResult result = organization.promotes(solution, options(Action.UPGRADE));
        if (result.outcome().isSuccess()) {
            return new Ended(Optional.empty(), staged.files(), "UPGRADED");
        }
        return new Ended(
                Optional.of(new Failure(
                        "0x8004F046",
                        "Solution Upgrade action failed after import as holding. InnerException is: "
                                + PlatformText.of(result).message())),
                staged.files(),
                "STAGED");
    }

    /** The platform does not install what has no base, and a holding solution is managed. */
    private Ended asHolding() throws SolutionException {
        SolutionManifest manifest;
        try (OpenedPackage opened = OpenedPackage.open(parameters.file(), Optional.empty())) {
            manifest = opened.manifest();
        } catch (RefusalException e) {
            return imported(Action.STAGE);
        }
        Optional<InstalledSolution> base = organization.solution(manifest.uniqueName());
        if (base.isEmpty()) {
            return Ended.failed(new Failure(
                    "0x80048539",
                    PREFIX + "Cannot create a holding solution for missing base " + manifest.uniqueName() + "."));
        }
        if (!manifest.managed() || !base.get().managed()) {
            return Ended.failed(new Failure(
                    "0x80048539",
                    PREFIX + "The imported solution and the existing solution must both be managed for upgrade."));
        }
        if (organization.solution(manifest.uniqueName() + "_Upgrade").isPresent()) {
            return Ended.failed(new Failure(
                    "0x80048539", PREFIX + "Holding solution " + manifest.uniqueName() + "_Upgrade already exists."));
        }
        return imported(Action.STAGE);
    }

    private Ended imported(Action action) throws SolutionException {
        ImportResult result = organization.imports(parameters.file(), options(action), parameters.settings());
        // No import job is made of a file that is no package (docs/platform-facts.md, "The import job").
        Optional<JobFiles> files =
                result.manifest().map(manifest -> JobFiles.of(result, job, plan.failedComponents(), folder));
        if (result.outcome().isSuccess()) {
            return new Ended(Optional.empty(), files, result.outcome().name());
        }
        Failure failure = PlatformText.of(result);
        String text = files.map(kept -> kept.errorText(failure.message())).orElse(failure.message());
        return new Ended(Optional.of(new Failure(failure.code(), text)), files, "");
    }

    /**
     * An update accepts any version, an upgrade a higher one only (docs/platform-facts.md, "Versions that are accepted").
     */
    private ImportOptions options(Action action) {
        ImportOptionsBuilder options = ImportOptionsBuilder.options()
                .action(action)
                .activeRules(organization.hasActiveRules() ? ActiveRules.FAIL : ActiveRules.DEACTIVATE)
                .sameVersion(action == Action.UPDATE ? SameVersion.IMPORT : SameVersion.FAIL)
                .lowerVersion(action == Action.UPDATE ? LowerVersion.IMPORT : LowerVersion.FAIL)
                .lockTimeout(Duration.ofHours(1));
        if (parameters.overwrite()) {
            options.overwriteCustomizations();
        }
        if (!parameters.publishWorkflows()) {
            options.withoutSteps();
        }
        if (parameters.convertToManaged()) {
            options.convertToManaged();
        }
        return options.build();
    }
}
