package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.applying;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.embedded.Rehearsal.importing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.PackageFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that was looked at is carried out exactly, or not at all. */
class SavedPlanTest {

    private static final String SCRIPT = "contoso_/a.js";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path next;

    @BeforeEach
    void anInstalledSolution() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                managed("Other", "1.0.0.0").webResource("contoso_/o.js", "o").zip(folder),
                orders("1.0.0.0", "1").webResource("contoso_/old.js", "old").zip(folder));
        next = orders("2.0.0.0", "2").webResource("contoso_/new.js", "new").zip(folder);
    }

    @Test
    void isCarriedOutWhileNothingHasChanged() throws Exception {
        for (Action action : new Action[] {Action.STAGE, Action.UPDATE}) {
            Rehearsal direct = copy("direct-" + action);
            Rehearsal planned = copy("planned-" + action);
            direct.imports(next, options().action(action));
            ImportResult result = imports(
                    planned,
                    next,
                    options().action(action),
                    saved(planned, importing(next, options().action(action))));

            assertThat(result.errors()).isEmpty();
            assertThat(EnvironmentDump.content(planned.file())).isEqualTo(EnvironmentDump.content(direct.file()));
        }
        assertThat(imports(rehearsal, next, options(), saved(importing(next, options())))
                        .outcome())
                .isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.solutions()).containsExactly("Other 1.0.0.0", "Orders 2.0.0.0");
    }

    @Test
    void ofAnApplyIsCarriedOutToo() throws Exception {
        rehearsal.stages(next);
        SavedPlan plan = saved(applying("Orders"));

        assertThat(applies(plan).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void holdsWhateverElseHappensMeanwhile() throws Exception {
        SavedPlan plan = saved(importing(next, options()));
        rehearsal.publish();
        rehearsal.applies("Orders"); // refused

        assertThat(imports(rehearsal, next, options(), plan).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void doesNotHoldForAnotherPackage() throws Exception {
        SavedPlan plan = saved(importing(next, options()));
        Path other = Files.createDirectory(folder.resolve("other"));

        isRefused(importing(orders("2.0.0.0", "other").zip(other), options()), plan, "the package's SHA-256 was");
    }

    @Test
    void doesNotHoldInAnotherEnvironment() throws Exception {
        SavedPlan plan = saved(copy("elsewhere"), importing(next, options()));

        isRefused(importing(next, options()), plan, "the environment was", "elsewhere");
    }

    @Test
    void doesNotHoldForAnotherOperation() throws Exception {
        SavedPlan plan = saved(importing(next, options()));

        isRefused(importing(next, options().action(Action.UPDATE)), plan, "the operation was upgrade and is update");
    }

    @Test
    void doesNotHoldOnceOtherVersionsAreInstalled() throws Exception {
        SavedPlan plan = saved(importing(next, options()));
        rehearsal.imports(
                managed("Other", "1.1.0.0").webResource("contoso_/o.js", "o").zip(folder));
        rehearsal.holding(
                managed("More", "3.0.0.0").webResource("contoso_/m.js", "m").zip(folder));

        isRefused(
                importing(next, options()),
                plan,
                "the solution Other was 1.0.0.0 and is 1.1.0.0",
                "the solution More was not installed and is 3.0.0.0");
    }

    @Test
    void doesNotHoldOnceTheVersionItLedToIsInstalled() throws Exception {
        SavedPlan plan = saved(importing(next, options()));
        rehearsal.imports(next);

        isRefused(importing(next, options()), plan, "the operation was upgrade and is none");
    }

    @Test
    void ofAnApplyDoesNotHoldOnceItIsApplied() throws Exception {
        rehearsal.stages(next);
        SavedPlan plan = saved(applying(next));
        rehearsal.applies("Orders");

        isRefused(applying(next), plan, "the operation was apply upgrade and is none");
    }

    @Test
    void thatNothingIsToBeDoneHoldsWhileNothingIs() throws Exception {
        Path same = orders("1.0.0.0", "1").webResource("contoso_/old.js", "old").zip(folder);
        SavedPlan plan = saved(importing(same, options()));
        assertThat(imports(rehearsal, same, options(), plan).outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);

        EnvironmentDump.change(rehearsal.file(), "UPDATE solution SET version = '0.9' WHERE name_key = 'orders'");
        isRefused(importing(same, options()), plan, "the operation was none and is upgrade");
    }

    @Test
    void doesNotHoldOnceAComponentItTouchesHasChanged() throws Exception {
        SavedPlan plan = saved(importing(next, options()));
        EnvironmentDump.change(rehearsal.file(), "UPDATE component SET published = FALSE WHERE key = '" + SCRIPT + "'");

        isRefused(importing(next, options()), plan, "components that it touches, or how it is to be carried out");
    }

    @Test
    void doesNotHoldOnceAComponentItTouchesIsCustomized() throws Exception {
        Path tweak = unmanaged("Mine", "1.0.0.0").webResource(SCRIPT, "mine").zip(folder);
        rehearsal.holding(
                unmanaged("Mine", "1.0.0.0").webResource("contoso_/m.js", "m").folder(folder));
        SavedPlan plan = saved(importing(next, options()));
        rehearsal.imports(tweak, options().sameVersion(SameVersion.IMPORT));

        isRefused(importing(next, options()), plan, "components that it touches");
    }

    @Test
    void doesNotHoldOnceItWouldChangeOtherwise() throws Exception {
        SavedPlan plan = saved(importing(next, options()));
        EnvironmentDump.change(rehearsal.file(), "DELETE FROM component WHERE key = 'contoso_/old.js'");

        isRefused(
                importing(next, options()),
                plan,
                "WebResource contoso_/old.js is deleted by the saved plan and not changed now");
    }

    @Test
    void doesNotHoldForOtherOptions() throws Exception {
        SavedPlan plan = saved(importing(next, options()));

        isRefused(importing(next, options().overwriteCustomizations()), plan, "how it is to be carried out");
        isRefused(importing(next, options().withoutSteps()), plan, "how it is to be carried out");
        isRefused(importing(next, options().publish()), plan, "how it is to be carried out");
    }

    @Test
    void aPlanThatSettlesALeftoverUpgradeDoesNotHoldForAnotherWayToSettleIt() throws Exception {
        rehearsal.stages(orders("1.5.0.0", "1.5").zip(folder));
        ImportOptionsBuilder apply = options().leftoverUpgrade(LeftoverUpgrade.APPLY);
        SavedPlan plan = saved(importing(next, apply));

        isRefused(
                importing(next, options().leftoverUpgrade(LeftoverUpgrade.DISCARD)),
                plan,
                "the solution Orders was 1.5.0.0 and is 1.0.0.0");
        assertThat(imports(rehearsal, next, apply, plan).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    private void isRefused(OperationRequest request, SavedPlan plan, String... why) throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());
        ImportResult result = rehearsal.carriesOut(keepingTo(request, plan));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsOnly("0x8004801E");
        assertThat(result.errors().toString())
                .contains("The saved plan plan.json no longer holds")
                .contains("make the plan anew with solution:plan")
                .contains(why);
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    private Rehearsal copy(String name) throws Exception {
        Rehearsal copy = Rehearsal.at(folder.resolve(name + ".db"));
        Files.copy(rehearsal.file(), copy.file());
        return copy;
    }

    private SavedPlan saved(OperationRequest request) throws Exception {
        return saved(rehearsal, request);
    }

    /** As reading the file of a plan gives it. */
    private static SavedPlan saved(Rehearsal environment, OperationRequest request) throws Exception {
        PlanResult plan = environment.plans(request).get(0);
        assertThat(plan.errors()).isEmpty();
        return new SavedPlan(
                "plan.json",
                plan.environment().url(),
                plan.operation(),
                plan.manifest().orElseThrow().uniqueName(),
                plan.manifest().orElseThrow().version().text(),
                plan.file().map(PackageFile::sha256).orElse(""),
                plan.changes().stream().collect(Collectors.toMap(ComponentChange::key, ComponentChange::change)),
                plan.basis());
    }

    private static ImportResult imports(Rehearsal where, Path solution, ImportOptionsBuilder options, SavedPlan plan)
            throws Exception {
        return where.carriesOut(keepingTo(importing(solution, options), plan));
    }

    private ImportResult applies(SavedPlan plan) throws Exception {
        return rehearsal.carriesOut(keepingTo(applying("Orders"), plan));
    }

    private static OperationRequest keepingTo(OperationRequest request, SavedPlan plan) {
        return request instanceof ApplyRequest apply
                ? new ApplyRequest(
                        apply.goal(), apply.solution(), apply.expectedPackage(), apply.options(), Optional.of(plan))
                : keepingTo((ImportRequest) request, plan);
    }

    private static ImportRequest keepingTo(ImportRequest request, SavedPlan plan) {
        return new ImportRequest(
                request.goal(), request.file(), request.sha256(), request.options(), Optional.of(plan));
    }

    private static PackageBuilder orders(String version, String content) {
        return managed("Orders", version).webResource(SCRIPT, content);
    }
}
