package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Doubt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of operations in an environment that is asked through its Web API. */
class PlansOfRealEnvironmentsTest extends AgainstContoso {

    private final List<Path> installed = new ArrayList<>();

    @Test
    void anUpgradeDeletesWhatNobodyUses() throws Exception {
        installs(managed("Orders", "1.0").columns("contoso_order", 3, "Column").webResource("contoso_/a.js", "1"));

        SamePlans plans = plans(managed("Orders", "2.0").columns("contoso_order", 2, "Column"));

        assertThat(plans.differences()).isEmpty();
        assertThat(keys(plans, Change.DELETE)).containsExactly("contoso_order.contoso_c2", "contoso_/a.js");
        assertThat(doubts(plans, Change.DELETE)).isEmpty();
    }

    @Test
    void whatAnotherSolutionUsesIsBlockedByIt() throws Exception {
        installs(managed("Orders", "1.0").columns("contoso_order", 3, "Column"));
        installs(managed("Reports", "1.0").publisher("fabrikam").view("contoso_order", "v", "contoso_c2"));

        SamePlans plans = plans(managed("Orders", "2.0").columns("contoso_order", 2, "Column"));

        assertThat(plans.differences()).isEmpty();
        assertThat(plans.captured().get(0).isBlocked()).isTrue();
        assertThat(plans.captured().get(0).blockers().toString()).contains("Reports");
    }

    @Test
    void whatThePackageItselfStillUsesIsBlockedByIt() throws Exception {
        installs(managed("Orders", "1.0")
                .columns("contoso_order", 3, "Column")
                .view("contoso_order", "v", "contoso_c2"));

        SamePlans plans = plans(managed("Orders", "2.0")
                .columns("contoso_order", 2, "Column")
                .view("contoso_order", "v", "contoso_c2"));

        assertThat(plans.differences()).isEmpty();
        assertThat(plans.captured().get(0).blockers().toString()).contains("The new version itself still refers to it");
    }

    @Test
    void whatThePackageNoLongerUsesIsNotBlocked() throws Exception {
        installs(managed("Orders", "1.0")
                .columns("contoso_order", 3, "Column")
                .view("contoso_order", "v", "contoso_c2"));

        SamePlans plans = plans(managed("Orders", "2.0")
                .columns("contoso_order", 2, "Column")
                .view("contoso_order", "v", "contoso_c1"));

        assertThat(plans.differences()).isEmpty();
        assertThat(plans.captured().get(0).isBlocked()).isFalse();
    }

    @Test
    void aPatchIsReplacedWithItsBase() throws Exception {
        installs(managed("Orders", "1.0").columns("contoso_order", 2, "Column").webResource("contoso_/a.js", "1"));
        installs(managed("Orders_Patch_1", "1.0.1.0")
                .patchOf("Orders")
                .webResource("contoso_/a.js", "2")
                .webResource("contoso_/b.js", "1"));

        SamePlans plans = plans(managed("Orders", "2.0").columns("contoso_order", 2, "Column"));

        assertThat(plans.differences()).isEmpty();
        assertThat(keys(plans, Change.DELETE)).containsExactly("contoso_/a.js", "contoso_/b.js");
    }

    @Test
    void whatAnotherPublisherHasOverItIsBlocked() throws Exception {
        installs(managed("Orders", "1.0").webResource("contoso_/a.js", "1").webResource("contoso_/b.js", "1"));
        installs(managed("Over", "1.0").publisher("fabrikam").webResource("contoso_/a.js", "over"));

        assertThat(plans(managed("Orders", "2.0").webResource("contoso_/b.js", "2"))
                        .differences())
                .isEmpty();
    }

    @Test
    void aCustomizationHidesAChange() throws Exception {
        installs(managed("Orders", "1.0").webResource("contoso_/a.js", "1"));
        installs(unmanaged("Mine", "1.0").webResource("contoso_/a.js", "mine"));

        SamePlans plans = plans(managed("Orders", "2.0").webResource("contoso_/a.js", "2"));

        assertThat(plans.differences()).isEmpty();
        assertThat(plans.captured().get(0).changes()).singleElement().satisfies(change -> {
            assertThat(change.hiddenBy()).contains("Active");
            assertThat(change.doubts()).containsExactly(Doubt.MAY_BE_UNCHANGED);
        });
    }

    @Test
    void whatOthersHaveAlreadyIsChangedAndWhatNobodyHasIsAdded() throws Exception {
        installs(managed("Base", "1.0").webResource("contoso_/a.js", "1").columns("contoso_order", 1, "Column"));

        SamePlans plans = plans(managed("Orders", "1.0")
                .webResource("contoso_/a.js", "2")
                .webResource("contoso_/new.js", "1")
                .columns("contoso_order", 2, "Column"));

        assertThat(plans.differences()).isEmpty();
        assertThat(keys(plans, Change.ADD)).containsExactly("contoso_order.contoso_c1", "contoso_/new.js");
        assertThat(doubts(plans, Change.ADD)).isEmpty();
    }

    @Test
    void stageAndApplyArePlannedAsOneAfterTheOther() throws Exception {
        installs(managed("Orders", "1.0").webResource("contoso_/a.js", "1").webResource("contoso_/b.js", "1"));
        ImportOptions stage = options().action(Action.STAGE).build();
        Path next = managed("Orders", "2.0").webResource("contoso_/b.js", "2").zip(folder);

        SamePlans plans = SamePlans.of(
                contoso, Contoso.importing(next, stage), new ApplyRequest("apply-upgrade", "Orders", stage));

        assertThat(plans.differences()).isEmpty();
        assertThat(plans.captured()).hasSize(2);
        assertThat(plans.captured().get(1).count(Change.DELETE)).isEqualTo(1);
    }

    @Test
    void withTheInstalledPackageWhatChangesIsTold() throws Exception {
        installs(managed("Orders", "1.0").webResource("contoso_/a.js", "1").webResource("contoso_/b.js", "1"));
        Path next = managed("Orders", "2.0")
                .webResource("contoso_/a.js", "1")
                .webResource("contoso_/b.js", "2")
                .zip(folder);

        SamePlans plans = SamePlans.with(installed, contoso, Contoso.importing(next, ImportOptions.defaults()));

        assertThat(plans.differences()).isEmpty();
        assertThat(plans.captured().get(0).count(Change.UNCHANGED)).isEqualTo(1);
        assertThat(plans.captured().get(0).changes())
                .allSatisfy(change -> assertThat(change.doubts()).isEmpty());
    }

    @Test
    void aLargeSolutionIsPlannedInFewRequestsAndWithoutAnyWrite() throws Exception {
        EnvironmentOfSize large = new EnvironmentOfSize(folder);
        large.put(contoso.server.environment(), contoso.clock);
        contoso.script().takeSeveralTypes().flagChangesAlone().latency(Duration.ofMillis(50));
        OperationRequest next = Contoso.importing(large.nextVersion(), ImportOptions.defaults());

        PlanResult plan =
                contoso.environment().plan(List.of(next), ImportListener.NONE).get(0);

        assertThat(plan.count(Change.DELETE)).isEqualTo(EnvironmentOfSize.DELETED);
        assertThat(contoso.server.requests().size())
                .as("%s", contoso.server.requestsByCall())
                .isLessThanOrEqualTo(300);
        assertThat(contoso.script().timeTaken()).isLessThan(Duration.ofSeconds(30));
        assertThat(contoso.server.writes()).isZero();
    }

    /** Every component is flagged as customized, and every type of part is asked for by itself. */
    @Test
    void inTheWorstCaseItTakesOneRequestForEachComponent() throws Exception {
        EnvironmentOfSize large = new EnvironmentOfSize(folder);
        large.put(contoso.server.environment(), contoso.clock);
        OperationRequest next = Contoso.importing(large.nextVersion(), ImportOptions.defaults());

        contoso.environment().plan(List.of(next), ImportListener.NONE);

        assertThat(contoso.server.requests().size())
                .as("%s", contoso.server.requestsByCall())
                .isLessThanOrEqualTo(EnvironmentOfSize.COMPONENTS + 600);
        assertThat(contoso.server.writes()).isZero();
    }

    @Test
    void moreRequestsThanAllowedAreNotSentAndCostCertainty() throws Exception {
        installs(managed("Orders", "1.0").columns("contoso_order", 9, "Column").webResource("contoso_/a.js", "1"));
        Path next =
                managed("Orders", "2.0").columns("contoso_order", 2, "Column").zip(folder);

        PlanResult plan = contoso.open(Captures.atMost(4))
                .plan(List.of(Contoso.importing(next, ImportOptions.defaults())), ImportListener.NONE)
                .get(0);

        assertThat(plan.captured().orElseThrow().gaps().toString()).contains("maxRequests");
        assertThat(plan.changes().stream().filter(change -> change.change() == Change.DELETE))
                .anySatisfy(change -> assertThat(change.doubts()).contains(Doubt.MAY_BE_BLOCKED));
    }

    private void installs(PackageBuilder solution) throws Exception {
        Path zip = solution.zip(folder);
        EmbeddedContents.put(contoso.server.environment(), contoso.clock, Action.UPGRADE, zip);
        contoso.server.forget();
        installed.add(zip);
        contoso.later(Duration.ofMinutes(1));
    }

    private SamePlans plans(PackageBuilder next) throws Exception {
        return SamePlans.of(contoso, importing(next));
    }

    private OperationRequest importing(PackageBuilder next) throws IOException {
        return Contoso.importing(next.zip(folder), ImportOptions.defaults());
    }

    private static List<String> keys(SamePlans plans, Change change) {
        return plans.captured().get(0).changes().stream()
                .filter(each -> each.change() == change)
                .map(each -> each.key().key())
                .toList();
    }

    private static List<ComponentChange> doubts(SamePlans plans, Change change) {
        return plans.captured().get(0).changes().stream()
                .filter(each -> each.change() == change && !each.doubts().isEmpty())
                .toList();
    }
}
