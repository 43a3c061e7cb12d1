package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.Prediction;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.embedded.SnapshotFile;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.PackageFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operation in a Dataverse environment that is planned before it is started, for a gate or a saved plan. */
class PlannedOperationTest extends AgainstContoso {

    private static final PlanGates NO_DELETION = new PlanGates(true, List.of(), false, false, false);
    private static final PlanGates ALLOWED = new PlanGates(true, List.of("WebResource:*"), false, false, false);

    private static final ImportListener LISTENER = ImportListener.NONE;

    private Path next;

    @BeforeEach
    void aVersionThatDropsAScript() throws Exception {
        puts(managed("Orders", "1.0").webResource("contoso_/a.js", "1").webResource("contoso_/b.js", "1"));
        next = managed("Orders", "2.0")
                .webResource("contoso_/b.js", "1")
                .webResource("contoso_/c.js", "1")
                .zip(folder);
    }

    @Test
    void isNotStartedWhenAGateFindsADeletion() throws Exception {
        ImportResult result = imports(options().gates(NO_DELETION).build());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors().toString()).contains("WebResource contoso_/a.js would be deleted", "failOnDelete");
        assertThat(contoso.server.writes()).isZero();
    }

    @Test
    void saysWhatCouldNotBeSeenBeforeTheStart() throws Exception {
        contoso.script().on("RetrieveDependenciesForDelete").always().refuse(403, "0x80040220", "prvReadDependency");

        ImportResult result = imports(options().gates(ALLOWED).build());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.warnings().toString())
                .contains("what uses WebResource contoso_/a.js could not be seen", "prvReadDependency");
    }

    @Test
    void isHeldAgainstItsPlanAfterwards() throws Exception {
        ImportResult result = imports(options().gates(ALLOWED).build());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.prediction()).contains(new Prediction(3, 3, List.of()));
    }

    @Test
    void isNotHeldAgainstAnythingWhenNobodyAskedForAPlan() throws Exception {
        assertThat(imports(ImportOptions.defaults()).prediction()).isEmpty();
    }

    @Test
    void isNotHeldAgainstItsPlanWhenNobodySawWhatHappened() throws Exception {
        contoso.script().on("msdyn_solutioncomponentsummaries").skip(3).always().answer(500);

        ImportResult result = imports(options().gates(ALLOWED).build());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.components()).extracting(ComponentResult::status).isNotEmpty();
        assertThat(result.prediction()).isEmpty();
    }

    @Test
    void keepsToASavedPlan() throws Exception {
        ImportResult result = imports(keepingTo(plan()));

        assertThat(result.outcome()).as("%s", result.errors()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.prediction().orElseThrow().differences()).isEmpty();
    }

    @Test
    void refusesASavedPlanOfAnotherState() throws Exception {
        SavedPlan saved = saved(plan());
        puts(managed("Reports", "1.0").webResource("contoso_/r.js", "1"));

        ImportResult result = imports(request(ImportOptions.defaults()).keepingTo(saved));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors().toString()).contains("no longer holds", "Reports");
        assertThat(contoso.server.writes()).isZero();
    }

    @Test
    void isNotStartedWhenTheEnvironmentChangesAfterThePlan() throws Exception {
        ImportResult result = contoso.environment()
                .importSolution(request(options().gates(ALLOWED).build()), new ImportListener() {
                    @Override
                    public void planned(PlanSummary plan) {
                        unchecked(() -> puts(managed("Reports", "1.0").webResource("contoso_/r.js", "1")));
                    }
                });

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors().toString()).contains("changed after the operation was planned", "reports");
        assertThat(contoso.server.started()).isEmpty();
    }

    @Test
    void isPlannedOnWhatIsThereWhenTheEnvironmentChangesDuringTheCapture() throws Exception {
        PlanResult plan = contoso.environment()
                .plan(List.of(request(ImportOptions.defaults())), new ImportListener() {
                    private boolean changed;

                    @Override
                    public void progress(String phase, int done, int total) {
                        if (!changed) {
                            changed = true;
                            unchecked(() -> puts(managed("Reports", "1.0").webResource("contoso_/r.js", "1")));
                        }
                    }
                })
                .get(0);

        assertThat(plan.basis().solutions()).containsKey("Reports");
        assertThat(plan.captured().orElseThrow().gaps()).isEmpty();
    }

    @Test
    void saysSoWhenTheEnvironmentNeverHoldsStill() throws Exception {
        AtomicInteger version = new AtomicInteger();
        PlanResult plan = contoso.environment()
                .plan(List.of(request(ImportOptions.defaults())), new ImportListener() {
                    @Override
                    public void progress(String phase, int done, int total) {
                        if (done == total) {
                            unchecked(() -> puts(managed("Reports", version.incrementAndGet() + ".0")
                                    .webResource("contoso_/r.js", "1")));
                        }
                    }
                })
                .get(0);

        assertThat(plan.captured().orElseThrow().gaps().toString()).contains("changed while it was captured, twice");
    }

    private interface Change {
        void make() throws Exception;
    }

    private static void unchecked(Change change) {
        try {
            change.make();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoCapturesOfAnUnchangedEnvironmentAreEqualButForTheirTime() throws Exception {
        EnvironmentSnapshot first = contoso.environment().capture(List.of(request(ImportOptions.defaults())), LISTENER);
        contoso.later(Duration.ofHours(1));
        EnvironmentSnapshot second =
                contoso.environment().capture(List.of(request(ImportOptions.defaults())), LISTENER);

        assertThat(second.origin().takenAt()).isAfter(first.origin().takenAt());
        assertThat(second.solutions()).isEqualTo(first.solutions());
        assertThat(second.components()).isEqualTo(first.components());
        assertThat(second.dependencies()).isEqualTo(first.dependencies());
        assertThat(second.looks()).isEqualTo(first.looks());
    }

    @Test
    void aSnapshotHasNoContents() throws Exception {
        puts(managed("Settings", "1.0")
                .webResource("contoso_/secret.js", "var key = 'planted-content';")
                .section("EntityDataSources", "<EntityDataSource><Name>planted-value</Name></EntityDataSource>"));
        Path file = folder.resolve("snapshot.db");

        SnapshotFile.write(
                contoso.environment().capture(List.of(request(ImportOptions.defaults())), LISTENER),
                file,
                contoso.clock);

        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("contoso_/b.js").doesNotContain("planted-content", contoso.server.token());
    }

    private void puts(PackageBuilder solution) throws Exception {
        EmbeddedContents.put(contoso.server.environment(), contoso.clock, Action.UPGRADE, solution.zip(folder));
        contoso.server.forget();
    }

    private ImportRequest request(ImportOptions options) {
        return Contoso.importing(next, options);
    }

    private ImportResult imports(ImportOptions options) throws Exception {
        return imports(request(options));
    }

    private ImportResult imports(ImportRequest request) throws Exception {
        return contoso.environment().importSolution(request, LISTENER);
    }

    private PlanResult plan() throws Exception {
        return contoso.environment()
                .plan(List.of(request(ImportOptions.defaults())), LISTENER)
                .get(0);
    }

    private ImportRequest keepingTo(PlanResult plan) {
        return request(ImportOptions.defaults()).keepingTo(saved(plan));
    }

    /** A plan as if it had been saved. */
    static SavedPlan saved(PlanResult plan) {
        return new SavedPlan(
                "plan.json",
                plan.environment().url(),
                plan.operation(),
                plan.solution(),
                plan.manifest().orElseThrow().version().text(),
                plan.file().map(PackageFile::sha256).orElseThrow(),
                plan.changes().stream().collect(Collectors.toMap(ComponentChange::key, ComponentChange::change)),
                plan.basis());
    }
}
