package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Rehearsal.fixture;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade replaces base and patches by the new version in one step (docs/concepts.md, "Install, update, upgrade"). */
class UpgradeTest {

    private static final Path BASE = fixture("ContosoBase_1_0_0_0_managed");
    private static final Path ORDERS = fixture("ContosoOrders_1_0_0_0_managed");
    private static final Path PATCH = fixture("ContosoOrders_1_0_1_0_patch_managed");
    private static final Path NEXT = fixture("ContosoOrders_2_0_0_0_managed");
    private static final List<String> GONE = List.of(
            "Attribute contoso_order.contoso_faxnumber",
            "Attribute contoso_order.contoso_legacycode",
            "WebResource contoso_/scripts/legacy.order.js");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void anEnvironmentWithAPatchedSolution() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(BASE, ORDERS, PATCH);
    }

    @Test
    void deletesWhatIsNoLongerInThePackageAndRollsUpThePatch() throws Exception {
        ImportResult result = rehearsal.imports(NEXT);

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.previousVersion()).contains("1.0.0.0");
        assertThat(deleted(result)).hasSize(4).containsAll(GONE);
        assertThat(rehearsal.solutions()).containsExactly("ContosoBase 1.0.0.0", "ContosoOrders 2.0.0.0");
        assertThat(rehearsal.component(ATTRIBUTE, "contoso_order.contoso_legacycode"))
                .isEmpty();
        assertThat(rehearsal.component(WEB_RESOURCE, "contoso_/scripts/legacy.order.js"))
                .isEmpty();
    }

    @Test
    void isTheSameAsToStageAndApply() throws Exception {
        Rehearsal inTwoSteps = Rehearsal.at(folder.resolve("two.db"));
        inTwoSteps.holding(BASE, ORDERS, PATCH);

        rehearsal.imports(NEXT);
        ImportResult staged = inTwoSteps.stages(NEXT);
        assertThat(staged.outcome()).isEqualTo(Outcome.STAGED);
        assertThat(staged.count(Change.KEEP)).isEqualTo(4);
        assertThat(inTwoSteps.solutions())
                .containsExactly(
                        "ContosoBase 1.0.0.0",
                        "ContosoOrders 1.0.0.0",
                        "ContosoOrders_Patch_5d1c7a20 1.0.1.0",
                        "ContosoOrders_Upgrade 2.0.0.0");
        ImportResult applied = inTwoSteps.applies("ContosoOrders");

        assertThat(applied.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(deleted(applied)).hasSize(4).containsAll(GONE);
        assertThat(EnvironmentDump.content(inTwoSteps.file())).isEqualTo(EnvironmentDump.content(rehearsal.file()));
    }

    @Test
    void anUpdateDeletesNothingAndLeavesThePatch() throws Exception {
        ImportResult result = rehearsal.imports(NEXT, options().action(Action.UPDATE));

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.count(Change.DELETE)).isZero();
        assertThat(rehearsal.component(ATTRIBUTE, "contoso_order.contoso_legacycode"))
                .isPresent();
        assertThat(rehearsal.solutions())
                .containsExactly(
                        "ContosoBase 1.0.0.0", "ContosoOrders 2.0.0.0", "ContosoOrders_Patch_5d1c7a20 1.0.1.0");
    }

    @Test
    void thePlanSaysWhatTheImportDoes() throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());
        PlanResult plan = rehearsal.plans(options(), NEXT).get(0);

        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
        ImportResult result = rehearsal.imports(NEXT);
        assertThat(plan.changes())
                .extracting(ComponentChange::key, ComponentChange::change)
                .containsExactlyInAnyOrderElementsOf(result.components().stream()
                        .map(component -> org.assertj.core.groups.Tuple.tuple(component.key(), component.change()))
                        .toList());
        assertThat(plan.outcome()).isEqualTo(result.outcome());
        assertThat(plan.operation()).isEqualTo(result.operation());
    }

    private static List<String> deleted(ImportResult result) {
        return result.components().stream()
                .filter(component -> component.change() == Change.DELETE)
                .map(ComponentResult::key)
                .map(Object::toString)
                .toList();
    }
}
