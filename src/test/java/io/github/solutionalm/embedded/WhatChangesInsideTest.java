package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.Rehearsal.FIXTURES;
import static io.github.solutionalm.embedded.Rehearsal.importing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.ChangeDetail;
import io.github.solutionalm.model.ComponentChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan says of each change what changes inside (docs/plan-and-gates.md, "What changes inside"). */
class WhatChangesInsideTest {

    private static final Path BASE = FIXTURES.resolve("ContosoBase_1_0_0_0_managed");
    private static final Path ORDERS = FIXTURES.resolve("ContosoOrders_1_0_0_0_managed");
    private static final Path PATCH = FIXTURES.resolve("ContosoOrders_1_0_1_0_patch_managed");
    private static final Path NEXT = FIXTURES.resolve("ContosoOrders_2_0_0_0_managed");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void install() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.imports(BASE, options());
        rehearsal.imports(ORDERS, options());
    }

    private static ImportOptionsBuilder options() {
        return ImportOptionsBuilder.options().action(Action.UPGRADE);
    }

    private List<PlanResult> plans(OperationRequest... requests) throws Exception {
        return rehearsal.plans(requests);
    }

    private static List<ChangeDetail> details(PlanResult plan, String key) {
        return plan.changes().stream()
                .filter(change -> change.key().key().equals(key))
                .map(ComponentChange::details)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oldAndNewOfAValue() throws Exception {
        assertThat(details(plans(importing(NEXT, options())).get(0), "contoso_maxopenorders"))
                .containsExactly(new ChangeDetail("defaultvalue", Optional.of("20"), Optional.of("25")));
    }

    @Test
    void ofEachPlanOfASequence() throws Exception {
        List<PlanResult> plans =
                plans(importing(NEXT, options()), importing(ORDERS, options().lowerVersion(LowerVersion.IMPORT)));

        assertThat(details(plans.get(1), "contoso_maxopenorders"))
                .containsExactly(new ChangeDetail("defaultvalue", Optional.of("25"), Optional.of("20")));
    }

    /** The upgrade replaces base and patch, which merge in a form: what the patch has added is nothing new. */
    @Test
    void baseAndPatchTogetherAreWhatWasThere() throws Exception {
        rehearsal.imports(PATCH, options());

        assertThat(details(plans(importing(NEXT, options())).get(0), "1227a26d-e30e-4038-9c2d-4999e316498b"))
                .extracting(ChangeDetail::what)
                .contains("control contoso_customerreference", "control contoso_faxnumber")
                .doesNotContain("control contoso_deliverynote");
    }
}
