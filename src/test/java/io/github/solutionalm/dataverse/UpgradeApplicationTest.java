package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion of staged upgrades, and publishing, in a real environment. */
class UpgradeApplicationTest {

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void stage() throws Exception {
        contoso = new Contoso(folder);
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.STAGE,
                contoso.zip("ContosoBase_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_2_0_0_0_managed"));
    }

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void attachesToAnApplicationWhoseStartWasNotAnswered() throws Exception {
        contoso.script().on("DeleteAndPromoteAsync").resetAfterActing();

        ImportResult result = contoso.applies("ContosoOrders", ImportOptions.defaults());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(contoso.server.started()).hasSize(1);
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void anImportAppliesTheUpgradeThatWasLeftOverFirst() throws Exception {
        ImportResult result = contoso.imports(
                "ContosoOrders_2_0_0_0_managed",
                options().leftoverUpgrade(LeftoverUpgrade.APPLY).build());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(result.warnings())
                .extracting(Finding::message)
                .containsExactly(
                        "The staged upgrade"
                                + " ContosoOrders_Upgrade 2.0.0.0 was left over. It was applied first, as leftoverUpgrade says.");
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void anImportNamesTheJobOfTheLeftoverUpgradeThatItDidNotSeeTheEndOf() throws Exception {
        contoso.script().on("DeleteAndPromoteAsync").jobLasts(60);

        ImportResult result = contoso.imports(
                "ContosoOrders_2_0_0_0_managed",
                options()
                        .leftoverUpgrade(LeftoverUpgrade.APPLY)
                        .timeout(Duration.ofSeconds(60))
                        .build());

        assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("It is the system job "
                        + contoso.server.started().get(0).asyncOperationId()));
    }

    @Test
    void doesNotBelieveAJobThatChangedNothing() throws Exception {
        contoso.script().on("DeleteAndPromoteAsync").jobFails("0x8004F01F", "The component cannot be deleted.");

        ImportResult result = contoso.applies("ContosoOrders", ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).extracting(Finding::code).containsExactly("0x8004F01F");
        assertThat(contoso.server.installed()).contains("ContosoOrders_Upgrade 2.0.0.0");
    }

    @Test
    void hasNothingToApplyWhereNothingIsStaged() throws Exception {
        ImportResult result = contoso.applies("ContosoBase", ImportOptions.defaults());
        ImportResult unknown = contoso.applies("Nobody", ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.NOTHING_TO_APPLY);
        assertThat(result.errors()).isEmpty();
        assertThat(unknown.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(unknown.errors())
                .extracting(Finding::code)
                .containsExactly(PlatformCode.UPGRADE_NOT_AVAILABLE.code());
        assertThat(contoso.server.started()).isEmpty();
    }

    @Test
    void publishesAlthoughTheFirstAnswerIsLost() throws Exception {
        contoso.script().on("PublishAllXmlAsync").resetAfterActing();

        contoso.environment().publish(new PublishRequest(Duration.ofMinutes(10)), ImportListener.NONE);

        assertThat(contoso.server.started()).isNotEmpty();
    }

    @Test
    void doesNotPublishWhileAnotherOperationGoesOnForTooLong() {
        contoso.script().anotherImportRuns(100_000);

        assertThatThrownBy(() ->
                        contoso.environment().publish(new PublishRequest(Duration.ofMinutes(1)), ImportListener.NONE))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("0x80071151");
    }
}
