package io.github.solutionalm.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener.PlanSummary;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationResult;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.What;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.mojo.RecordingLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the console says of deletions that lose data. */
class PlanPrintoutTest {

    private static final ComponentChange CODE = deletion("contoso_code");
    private static final ComponentChange FAX = deletion("contoso_fax").risking(DataAtRisk.counted(What.VALUES, 12_480));
    private static final ComponentChange PHONE = deletion("contoso_phone").risking(DataAtRisk.unknown(What.VALUES));

    private final RecordingLog log = new RecordingLog();

    @Test
    void whatLosesDataComesFirstAndSaysHowMuch() {
        print(CODE, FAX, PHONE);

        assertThat(log.lines())
                .containsSubsequence(
                        "[INFO] Plan         0 added, 0 changed, 0 unchanged, 3 deleted (1 with data, 1 maybe with data)",
                        "[INFO] Deletes      3 components",
                        "[INFO]                Attribute  contoso_order.contoso_fax    12,480 rows have a value    of the"
                                + " solution Orders",
                        "[INFO]                Attribute  contoso_order.contoso_phone  values not counted          of the"
                                + " solution Orders",
                        "[INFO]                Attribute  contoso_order.contoso_code                               of the"
                                + " solution Orders");
    }

    @Test
    void inAnEnvironmentWithoutRowsThereIsNothingToSay() {
        print(CODE);

        assertThat(log.lines())
                .containsSubsequence(
                        "[INFO] Plan         0 added, 0 changed, 0 unchanged, 1 deleted",
                        "[INFO]                Attribute  contoso_order.contoso_code    of the solution Orders");
    }

    @Test
    void anImportSaysItToo() {
        new ImportConsole(
                        log.printout(),
                        new ProgressLine(log.printout(), Clock.systemUTC(), Optional.empty()),
                        new ImportRequest("import", Path.of("x.zip"), Optional.empty(), ImportOptions.defaults()))
                .planned(PlanSummary.of(Operation.UPGRADE, List.of(CODE, FAX), List.of()));

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Plan         0 added, 0 changed, 0 unchanged, 2 deleted (1 with data)",
                        "[INFO]                delete  Attribute  contoso_order.contoso_fax  of the solution Orders"
                                + "  12,480 rows have a value",
                        "[INFO]                delete  Attribute  contoso_order.contoso_code  of the solution Orders");
    }

    private void print(ComponentChange... changes) {
        PlanResult plan = new PlanResult(
                new OperationSubject(
                        "plan",
                        new EnvironmentId("test", "dataverse", "https://contoso.crm.dynamics.com"),
                        Optional.empty(),
                        Optional.empty(),
                        "ContosoOrders",
                        Optional.of("1.0.0.0"),
                        ImportOptions.defaults()),
                Operation.UPGRADE,
                Outcome.UPGRADED,
                new OperationResult.Findings(List.of(), List.of(), List.of()),
                PlanResult.Blocks.NONE,
                List.of(changes),
                List.of(),
                PlanBasis.NONE);
        new PlanPrintout(log.printout(), plan, Path.of("plan.json")).print();
    }

    private static ComponentChange deletion(String column) {
        ComponentKey key = new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order." + column);
        return ComponentChange.without(
                new ComponentState(key, Layer.Label.NONE, List.of(), true),
                Change.DELETE,
                List.of("Orders"),
                List.of());
    }
}
