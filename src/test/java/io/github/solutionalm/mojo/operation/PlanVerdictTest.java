package io.github.solutionalm.mojo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Doubt;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.Samples;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What is not known counts as a hit. */
class PlanVerdictTest {

    private static final OperationRequest REQUEST = new ApplyRequest("plan", "Orders", ImportOptions.defaults());

    private final RecordingLog log = new RecordingLog();

    @Test
    void aDeletionThatMayBeBlockedIsBlockedWhereThatFails() {
        PlanResult plan = Samples.planOfDeletion(Doubt.MAY_BE_BLOCKED);

        assertThatThrownBy(() -> judge(true, plan))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("it is not known whether something still uses it")
                .hasMessageContaining("or leave out failOnBlocked");
        assertThat(log.lines()).anyMatch(line -> line.startsWith("[ERROR] Finding"));
        assertThatCode(() -> judge(false, plan)).doesNotThrowAnyException();
    }

    @Test
    void oneThatNothingBlocksIsNot() {
        assertThatCode(() -> judge(true, Samples.planOfDeletion())).doesNotThrowAnyException();
    }

    private void judge(boolean failOnBlocked, PlanResult plan) throws MojoFailureException {
        new PlanVerdict(failOnBlocked).judge(List.of(REQUEST), List.of(plan), log.printout());
    }
}
