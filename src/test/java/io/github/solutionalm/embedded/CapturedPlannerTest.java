package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.importing;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Doubt;
import io.github.solutionalm.packaging.OpenedPackage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans on what was captured of an environment are plans for that environment. */
class CapturedPlannerTest {

    private static final EnvironmentId PRODUCTION =
            new EnvironmentId("production", EnvironmentId.DATAVERSE, "https://contoso.crm.dynamics.com");
    private static final ComponentKey SCRIPT = new ComponentKey(WEB_RESOURCE, "contoso_/a.js");

    @TempDir
    private Path folder;

    private Path installed;
    private EnvironmentSnapshot snapshot;

    @BeforeEach
    void anEnvironmentOfOneSolution() throws Exception {
        installed = script(managed("Orders", "1.0"), "1");
        Rehearsal original = Rehearsal.in(folder);
        original.holding(installed);
        snapshot = Captures.of(original);
    }

    @Test
    void theyNameTheEnvironmentThatWasCaptured() throws Exception {
        Path next = script(managed("Orders", "2.0"), "2");

        PlanResult plan = plan(List.of(importing(next, options()))).get(0);

        assertThat(plan.subject().environment()).isEqualTo(PRODUCTION);
        assertThat(plan.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void ofASequenceEachIsPlannedAfterTheOneBefore() throws Exception {
        Path next = script(managed("Orders", "2.0"), "2");

        List<PlanResult> plans = plan(List.of(
                importing(next, options().action(Action.STAGE)),
                Rehearsal.applying(next),
                importing(script(managed("Orders", "3.0"), "2"), options())));

        assertThat(plans)
                .extracting(PlanResult::outcome)
                .containsExactly(Outcome.STAGED, Outcome.APPLIED, Outcome.UPGRADED);
        assertThat(plans).allMatch(plan -> plan.subject().environment().equals(PRODUCTION));
        assertThat(ofScript(plans.get(2)).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void whatNobodyHasReadMayBeTheSame() throws Exception {
        ComponentChange change = ofScript(plan(List.of(importing(script(managed("Orders", "2.0"), "1"), options())))
                .get(0));

        assertThat(change.change()).isEqualTo(Change.CHANGE);
        assertThat(change.doubts()).containsExactly(Doubt.MAY_BE_UNCHANGED);
    }

    @Test
    void thePackageThatIsInstalledTellsWhatTheLayersSay() throws Exception {
        OperationRequest next = importing(script(managed("Orders", "2.0"), "1"), options());

        ComponentChange change = ofScript(plan(List.of(next), installed).get(0));

        assertThat(change.change()).isEqualTo(Change.UNCHANGED);
        assertThat(change.doubts()).isEmpty();
    }

    @Test
    void alsoWrittenInAnotherWay() throws Exception {
        Path same = script(managed("Orders", "1.0.0.0"), "1");
        OperationRequest next = importing(script(managed("Orders", "2.0"), "1"), options());

        assertThat(ofScript(plan(List.of(next), same).get(0)).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void thePackageOfAStagedUpgradeTellsOfThat() throws Exception {
        Rehearsal original = Rehearsal.in(folder);
        Path staged = script(managed("Orders", "2.0"), "2");
        original.stages(staged);
        snapshot = Captures.of(original);
        OperationRequest next = importing(script(managed("Orders", "3.0"), "2"), options());

        List<PlanResult> plans = plan(List.of(Rehearsal.applying("Orders"), next), installed, staged);

        assertThat(ofScript(plans.get(1)).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void aPackageTellsNothingOfWhatTheEnvironmentDoesNotHave() throws Exception {
        Path other = managed("Orders", "1.0")
                .webResource("contoso_/a.js", "1")
                .webResource("contoso_/gone.js", "gone")
                .zip(folder);
        OperationRequest next = importing(script(managed("Orders", "2.0"), "1"), options());

        assertThat(plan(List.of(next), other).get(0).changes())
                .extracting(change -> change.key().key())
                .doesNotContain("contoso_/gone.js");
    }

    @Test
    void aPackageOfAnotherVersionIsRefused() throws Exception {
        Path other = script(managed("Orders", "0.9"), "0");

        assertThatThrownBy(() -> plan(List.of(importing(installed, options())), other))
                .isInstanceOf(SolutionException.class)
                .hasMessage("Tried to read what is installed in https://contoso.crm.dynamics.com from " + other
                        + " but failed because: it is version 0.9 of Orders, and version 1.0 is installed."
                        + " Give the package of the installed version, or leave it out.");
    }

    @Test
    void soAreOneThatIsNotInstalledAndOneThatIsUnmanaged() throws Exception {
        assertThatThrownBy(() -> plan(List.of(importing(installed, options())), script(managed("Other", "1.0"), "1")))
                .hasMessageContaining("it is version 1.0 of Other, and no version is installed. Leave it out.");
        assertThatThrownBy(
                        () -> plan(List.of(importing(installed, options())), script(unmanaged("Orders", "1.0"), "1")))
                .hasMessageContaining("it is unmanaged")
                .hasMessageContaining("Give the managed package");
    }

    @Test
    void whatAnotherLayerUsesIsKnownFromItsPackage() throws Exception {
        Rehearsal original = Rehearsal.in(folder);
        Path base = managed("Base", "1.0")
                .column("contoso_order", "contoso_a", "A")
                .column("contoso_order", "contoso_b", "B")
                .zip(folder);
        Path reports = managed("Reports", "1.0")
                .view("contoso_order", "View", "contoso_a")
                .zip(folder);
        original.holding(base, reports);
        snapshot = Captures.of(original);
        Path next =
                managed("Base", "2.0").column("contoso_order", "contoso_b", "B").zip(folder);

        PlanResult plan =
                plan(List.of(importing(next, options())), base, reports).get(0);

        assertThat(plan.isBlocked()).isTrue();
        assertThat(plan.blockers()).anyMatch(finding -> finding.message().contains("Reports"));
    }

    private List<PlanResult> plan(List<OperationRequest> sequence, Path... installedPackages) throws Exception {
        return new CapturedPlanner(
                        PRODUCTION,
                        EmbeddedSettings.defaults(),
                        Rehearsal.CLOCK,
                        List.of(installedPackages),
                        OpenedPackage::open)
                .plan(snapshot, sequence, ImportListener.NONE);
    }

    private static ComponentChange ofScript(PlanResult plan) {
        return plan.changes().stream()
                .filter(change -> change.key().equals(SCRIPT))
                .findFirst()
                .orElseThrow();
    }

    private Path script(PackageBuilder solution, String text) throws Exception {
        return solution.webResource(SCRIPT.key(), text).zip(folder);
    }
}
