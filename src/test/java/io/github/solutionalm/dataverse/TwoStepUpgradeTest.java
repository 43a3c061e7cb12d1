package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.dataverse.server.StartedOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Older platforms upgrade in two steps, ImportSolution as holding solution and DeleteAndPromote. Wherever a build leaves off,
 * the next one goes on there: each step happens once.
 */
class TwoStepUpgradeTest {

    private static final String UPGRADE = "ContosoOrders_2_0_0_0_managed";
    private static final String FIRST = "ImportSolution";
    private static final String SECOND = "DeleteAndPromote";
    private static final String REFUSAL = "Cannot start the requested operation [Uninstall] because there is another"
            + " [Import] running at this moment.";

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void start() throws Exception {
        contoso = new Contoso(folder, settings -> settings.version("9.1.0.20000"));
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.UPGRADE,
                contoso.zip("ContosoBase_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_1_0_0_0_managed"));
    }

    @AfterEach
    void stop() {
        contoso.close();
    }

    // Left off in the first step

    @Test
    void goesOnAfterAKillInTheFirstStep() throws Exception {
        contoso.script().on(FIRST).jobLasts(12);

        killedWhen(() -> started().size() == 1);

        upgradesTheNextTime();
    }

    @Test
    void goesOnAfterATimeOutInTheFirstStep() throws Exception {
        contoso.script().on(FIRST).jobLasts(100);

        ImportResult first = upgrade(options().timeout(Duration.ofMinutes(1)).build());

        assertThat(first.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(upgradesTheNextTime().importJobId()).isEqualTo(first.importJobId());
    }

    @Test
    void startsTheFirstStepWhenItWasKilledBeforeThat() throws Exception {
        killedWhen(() -> written().contains("\"STARTING\""));

        assertThat(started()).isEmpty();
        upgradesTheNextTime();
    }

    @Test
    void doesNotApplyWhatWasNotImportedWhole() throws Exception {
        contoso.script().on(FIRST).jobSucceedsWithFailedComponents(1);

        ImportResult result = upgrade(ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .extracting(Finding::code)
                .contains(PlatformCode.CLONE_SOLUTION.code())
                .hasSizeGreaterThan(1);
        assertThat(contoso.server.installed()).contains("ContosoOrders 1.0.0.0", "ContosoOrders_Upgrade 2.0.0.0");
        assertThat(started()).containsExactly(FIRST);
    }

    // Left off between the steps

    @Test
    void goesOnAfterAKillBetweenTheSteps() throws Exception {
        killedWhen(this::isStaged);

        assertThat(written()).contains("\"RUNNING\"", "\"ImportSolution\"");
        upgradesTheNextTime();
    }

    @Test
    void goesOnWhenTheSecondStepWasWrittenDownAndNotSent() throws Exception {
        killedWhen(() -> written().contains("\"DeleteAndPromote\""));

        assertThat(started()).containsExactly(FIRST);
        upgradesTheNextTime();
    }

    @Test
    void waitsWhileAnotherOperationHoldsUpTheSecondStep() throws Exception {
        contoso.script().on(SECOND).times(3).refuse(400, "0x80071151", REFUSAL);

        ImportResult result = upgrade(ImportOptions.defaults());

        assertThat(result.errors()).isEmpty();
        isUpgradedOnce(result);
    }

    @Test
    void goesOnWhenAnotherOperationHeldUpTheSecondStepForTooLong() throws Exception {
        contoso.script().on(SECOND).always().refuse(400, "0x80071151", REFUSAL);

        ImportResult first =
                upgrade(options().lockTimeout(Duration.ofMinutes(2)).build());

        assertThat(first.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(first.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("staged", "Import", "lockTimeout", "solution.resume"));
        contoso.script().clear();
        upgradesTheNextTime();
    }

    @Test
    void goesOnWhenTheSecondStepWasNotAllowed() throws Exception {
        contoso.script().on(SECOND).answer(403);

        ImportResult first = upgrade(ImportOptions.defaults());

        assertThat(first.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        upgradesTheNextTime();
    }

    @Test
    void saysWhatToDoWhenNothingIsWrittenDownAnyMore() throws Exception {
        killedWhen(this::isStaged);
        Files.delete(jobFile().orElseThrow());

        ImportResult result = upgrade(ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(PlatformCode.CLONE_SOLUTION.code());
            assertThat(error.message()).contains("ContosoOrders_Upgrade", "apply-upgrade", "leftoverUpgrade");
        });
        assertThat(started()).containsExactly(FIRST);
        assertThat(contoso.applies("ContosoOrders", ImportOptions.defaults()).outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    // Left off in the second step

    @Test
    void goesOnAfterAKillInTheSecondStep() throws Exception {
        contoso.script().on(SECOND).jobLasts(12);

        killedWhen(() -> started().size() == 2);

        upgradesTheNextTime();
    }

    @Test
    void goesOnAfterATimeOutInTheSecondStep() throws Exception {
        contoso.script().on(SECOND).jobLasts(12);
        contoso.killWhen(() -> {
            if (started().size() == 2) {
                contoso.later(Duration.ofMinutes(3));
            }
            return false;
        });

        ImportResult first = upgrade(options().timeout(Duration.ofMinutes(2)).build());
        contoso.killWhen(() -> false);

        assertThat(first.outcome()).isEqualTo(Outcome.TIMED_OUT);
        upgradesTheNextTime();
    }

    @Test
    void findsTheSecondStepWhoseAnswerWasLost() throws Exception {
        contoso.script().on(SECOND).resetAfterActing();

        isUpgradedOnce(upgrade(ImportOptions.defaults()));
    }

    /** Among them, one that ends between the look at what it brings about and the look at what runs. */
    @ParameterizedTest
    @ValueSource(ints = {26, 27, 28, 29, 30, 31, 32})
    void findsTheSecondStepThatOutlastedItsCall(int requests) throws Exception {
        contoso.script().on(SECOND).jobLasts(requests);

        isUpgradedOnce(upgrade(ImportOptions.defaults()));
    }

    @Test
    void tellsWhyTheSecondStepFailedAndWhatItLeftBehind() throws Exception {
        contoso.script().on(SECOND).jobFails("0x8004F01F", "The component cannot be deleted.");

        ImportResult result = upgrade(ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .extracting(Finding::code)
                .containsExactly("0x8004F01F", PlatformCode.CLONE_SOLUTION.code());
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void leavesNoLogOfEitherStepOnceTheReportsAreWritten() throws Exception {
        ImportResult result = upgrade(ImportOptions.defaults());

        Path spooled = folder.resolve("spooled");
        assertThat(spooled).isNotEmptyDirectory();
        result.documents().discard();
        assertThat(spooled).isEmptyDirectory();
    }

    private ImportResult upgrade(ImportOptions options) throws Exception {
        return contoso.imports(UPGRADE, options);
    }

    private void killedWhen(BooleanSupplier so) {
        contoso.killWhen(so);
        assertThatExceptionOfType(Contoso.Killed.class).isThrownBy(() -> upgrade(ImportOptions.defaults()));
    }

    private ImportResult upgradesTheNextTime() throws Exception {
        ImportResult result = contoso.open()
                .importSolution(Contoso.importing(contoso.zip(UPGRADE), ImportOptions.defaults()), ImportListener.NONE);
        assertThat(result.errors()).isEmpty();
        isUpgradedOnce(result);
        return result;
    }

    private void isUpgradedOnce(ImportResult result) {
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.previousVersion()).contains("1.0.0.0");
        assertThat(result.components()).isNotEmpty();
        assertThat(started()).containsExactly(FIRST, SECOND);
        assertThat(contoso.server.installed())
                .containsExactlyInAnyOrder("ContosoBase 1.0.0.0", "ContosoOrders 2.0.0.0");
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    private boolean isStaged() {
        return contoso.server.installed().contains("ContosoOrders_Upgrade 2.0.0.0");
    }

    private List<String> started() {
        return contoso.server.started().stream().map(StartedOperation::call).toList();
    }

    private Optional<Path> jobFile() throws IOException {
        return contoso.jobFiles().stream().findFirst();
    }

    private String written() {
        try {
            Optional<Path> file = jobFile();
            return file.isPresent() ? Files.readString(file.get()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
