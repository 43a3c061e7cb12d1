package io.github.solutionalm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.Exactness;
import io.github.solutionalm.model.DataAtRisk.What;
import io.github.solutionalm.model.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class PlanGatesTest {

    private static final ComponentChange DELETED = change("contoso_order.contoso_fax", Change.DELETE, Optional.empty());
    private static final PlanGates FAIL_ON_DATA_LOSS = new PlanGates(false, List.of(), false, true, false);
    private static final ComponentChange HIDDEN =
            change("contoso_order.contoso_total", Change.CHANGE, Optional.of("Active"));

    @Test
    void withoutGatesEveryPlanPasses() {
        assertThat(PlanGates.NONE.findings(List.of(DELETED, HIDDEN))).isEmpty();
    }

    @Test
    void failOnDeleteNamesEachDeletionAndHowToAllowIt() {
        ComponentChange other = change("contoso_order.contoso_vat", Change.DELETE, Optional.empty());

        List<Finding> findings = failOnDelete().findings(List.of(DELETED, HIDDEN, other));
        assertThat(findings)
                .extracting(finding -> finding.component().orElseThrow())
                .containsExactly(DELETED.key(), other.key());
        assertThat(findings.get(0).message())
                .contains("Attribute contoso_order.contoso_fax would be deleted, and failOnDelete is true")
                .contains("-Dsolution.allowedDeletes=Attribute:contoso_order.contoso_fax");
    }

    @ParameterizedTest
    @EnumSource(value = Change.class, mode = Mode.EXCLUDE, names = "DELETE")
    void failOnDeleteLetsAllElsePass(Change change) {
        assertThat(failOnDelete().findings(List.of(change("a", change, Optional.empty()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Attribute:contoso_order.contoso_fax",
                "attribute:CONTOSO_ORDER.contoso_fax",
                " Attribute:contoso_order.* ",
                "Attribute:*",
                "*:*_fax",
                "*"
            })
    void allowedDeletesPass(String pattern) {
        assertThat(failOnDelete("WebResource:x", pattern).findings(List.of(DELETED)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso_order.contoso_fax",
                "Attribute:contoso_order",
                "Attribute:contoso_order.contoso.fax",
                "Attribute:.*fax",
                "Entity:*",
                ""
            })
    void othersDoNot(String pattern) {
        assertThat(failOnDelete(pattern).findings(List.of(DELETED))).hasSize(1);
    }

    @Test
    void failOnHiddenNamesTheLayerThatCoversTheChange() {
        PlanGates gates = new PlanGates(false, List.of(), true, false, false);

        assertThat(gates.findings(List.of(DELETED, HIDDEN))).singleElement().satisfies(finding -> {
            assertThat(finding.component()).contains(HIDDEN.key());
            assertThat(finding.message())
                    .contains("a layer of Active hides it, and failOnHidden is true")
                    .contains("overwriteCustomizations");
        });
    }

    @Test
    void failOnDataLossSaysHowMuchWouldBeLost() {
        List<ComponentChange> plan = List.of(
                DELETED.risking(DataAtRisk.counted(What.VALUES, 12_480)),
                HIDDEN.risking(new DataAtRisk(What.CHOICES, OptionalLong.of(5_000), Exactness.AT_LEAST)));

        assertThat(FAIL_ON_DATA_LOSS.findings(plan))
                .extracting(Finding::message)
                .satisfiesExactly(
                        message -> assertThat(message)
                                .contains("contoso_fax would be deleted with data (12,480 rows have a value)")
                                .contains("failOnDataLoss is true"),
                        message -> assertThat(message)
                                .contains("Values of Attribute contoso_order.contoso_total would be removed")
                                .contains("5,000 or more rows have one of these values"));
        assertThat(PlanGates.NONE.findings(plan)).isEmpty();
    }

    @Test
    void failOnDataLossTakesUnknownForALossAndSaysHowToKnowMore() {
        assertThat(FAIL_ON_DATA_LOSS.findings(List.of(DELETED.risking(DataAtRisk.unknown(What.VALUES)))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("what would be lost is unknown (values not counted), which counts as a loss")
                        .contains("-Dsolution.dataAtRisk=count"));
    }

    @Test
    void failOnDataLossLetsDeletionsWithoutDataPass() {
        assertThat(FAIL_ON_DATA_LOSS.findings(
                        List.of(DELETED, HIDDEN, DELETED.risking(DataAtRisk.counted(What.VALUES, 0)))))
                .isEmpty();
    }

    private static PlanGates failOnDelete(String... allowed) {
        return new PlanGates(true, Arrays.asList(allowed), false, false, false);
    }

    private static ComponentChange change(String column, Change change, Optional<String> hiddenBy) {
        return new ComponentChange(
                new ComponentKey(ComponentType.ATTRIBUTE, column),
                "",
                change,
                Optional.empty(),
                new ComponentChange.After(Optional.empty(), true, hiddenBy),
                ComponentChange.Customization.NONE,
                ComponentChange.Losses.NONE,
                Set.of());
    }
}
