package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.server.Concurrency;
import io.github.solutionalm.dataverse.server.ServedRequest;
import io.github.solutionalm.dataverse.server.StartedOperation;
import io.github.solutionalm.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is started twice, and nothing is lost. */
class ExactlyOnceStartTest extends AgainstContoso {

    private static final String BASE = "ContosoBase_1_0_0_0_managed";

    @Test
    void attachesToTheJobWhoseStartWasNotAnswered() throws Exception {
        contoso.script().on("ImportSolutionAsync").resetAfterActing();

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.started()).hasSize(1);
        assertThat(contoso.server.started().get(0).importJobId())
                .map(Object::toString)
                .isEqualTo(result.importJobId());
    }

    @Test
    void startsAgainOnceItIsCertainThatNothingStarted() throws Exception {
        contoso.script().on("ImportSolutionAsync").resetBeforeActing();

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void aLaterBuildTakesUpTheJobThatAnEarlierOneDidNotSeeEnd() throws Exception {
        contoso.script().on("ImportSolutionAsync").jobLasts(60);
        ImportOptions hurried = options().timeout(Duration.ofSeconds(60)).build();
        ImportResult first = contoso.imports(BASE, hurried);
        assertThat(first.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(first.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains(first.importJobId().orElseThrow(), "solution.resume"));
        assertThat(first.errors()).extracting(Finding::code).containsExactly("");
        assertThat(contoso.jobFiles()).isNotEmpty();

        List<String> resumed = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void resumed(String job, Instant since) {
                resumed.add(job);
            }
        };

        ImportResult second =
                contoso.open().importSolution(Contoso.importing(contoso.zip(BASE), ImportOptions.defaults()), listener);

        assertThat(second.errors()).isEmpty();
        assertThat(second.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(second.importJobId()).isEqualTo(first.importJobId());
        assertThat(resumed)
                .singleElement()
                .asString()
                .contains("import job " + first.importJobId().orElseThrow(), "system job ");
        assertThat(contoso.server.started()).hasSize(1);
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void aLaterBuildFindsTheJobOfABuildThatNeverHeardOfIt() throws Exception {
        contoso.script().on("ImportSolutionAsync").resetAfterActing();
        contoso.script().on("importjobs").always().refuse(403, "0x80040220", "missing prvReadImportJob");
        contoso.script()
                .on("asyncoperations")
                .skip(2)
                .always()
                .refuse(403, "0x80040220", "missing prvReadAsyncOperation");
        ImportResult first = contoso.imports(BASE, ImportOptions.defaults());
        assertThat(first.outcome()).isEqualTo(Outcome.TIMED_OUT);
        contoso.script().clear();

        ImportResult second = contoso.open()
                .importSolution(Contoso.importing(contoso.zip(BASE), ImportOptions.defaults()), ImportListener.NONE);

        assertThat(second.errors()).isEmpty();
        assertThat(second.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void aLaterBuildFindsTheJobWhereTheEnvironmentDidNotTellWhatWasThereBefore() throws Exception {
        contoso.script().on("ImportSolutionAsync").resetAfterActing();
        contoso.script().on("importjobs").always().refuse(403, "0x80040220", "missing prvReadImportJob");
        contoso.script()
                .on("asyncoperations")
                .skip(1)
                .always()
                .refuse(403, "0x80040220", "missing prvReadAsyncOperation");
        ImportResult first = contoso.imports(BASE, ImportOptions.defaults());
        assertThat(first.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(first.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("solution.resume"));
        contoso.script().clear();

        ImportResult second = contoso.open()
                .importSolution(Contoso.importing(contoso.zip(BASE), ImportOptions.defaults()), ImportListener.NONE);

        assertThat(second.errors()).isEmpty();
        assertThat(second.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(second.importJobId()).isEqualTo(first.importJobId());
        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void asksTheImportItselfHowAJobWentOnThatCannotBeAskedFor() throws Exception {
        contoso.script()
                .on("asyncoperations")
                .skip(2)
                .always()
                .refuse(403, "0x80040220", "missing prvReadAsyncOperation");

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.jobFiles()).isEmpty();
    }

    @Test
    void goesByTheImportJobWhereSomebodyElsesImportBeganToo() throws Exception {
        contoso.script().refuseConcurrencyAs(Concurrency.QUEUED);
        contoso.script().on("ImportSolutionAsync").resetAfterActing();
        contoso.script().on("asyncoperations").skip(2).anotherImportBegins(2);

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.started())
                .extracting(StartedOperation::effect)
                .containsOnlyOnce("INSTALLED");
    }

    @Test
    void waitsForTheUpgradeAndNotForItsImportAloneWhereOnlyThatIsTold() throws Exception {
        contoso.imports(BASE, ImportOptions.defaults());
        contoso.imports("ContosoOrders_1_0_0_0_managed", ImportOptions.defaults());
        contoso.script().on("StageAndUpgradeAsync").jobLasts(60);
        contoso.script().on("StageAndUpgradeAsync").resetAfterActing();
        contoso.script()
                .on("asyncoperations")
                .skip(2)
                .always()
                .refuse(403, "0x80040220", "missing prvReadAsyncOperation");
        Path ended = Files.writeString(
                folder.resolve("ended.json"), "{\"progress\":100,\"completedon\":\"2026-11-22T10:00:05Z\"}");
        contoso.script().on("importjobs").times(20).replay(ended);

        ImportResult result = contoso.imports("ContosoOrders_2_0_0_0_managed", ImportOptions.defaults());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void isNotHinderedByAJobThatHasRunForDays() throws Exception {
        contoso.script().anotherImportRuns(10_000);
        contoso.later(Duration.ofDays(2));
        contoso.script().refuseConcurrencyAs(Concurrency.QUEUED);

        ImportResult result =
                contoso.imports(BASE, options().timeout(Duration.ofMinutes(5)).build());

        assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(contoso.server.requests()).extracting(ServedRequest::call).contains("ImportSolutionAsync");
    }

    @Test
    void isNotHinderedByWhatBeganLongAgoAndNeverEnded() throws Exception {
        contoso.script().on("ImportSolutionAsync").resetBeforeActing();
        Path history = Files.writeString(
                folder.resolve("history.json"),
                "{\"value\":[{\"msdyn_name\":\"Old\",\"msdyn_status\":0,\"msdyn_starttime\":\"2024-01-01T00:00:00Z\"}]}");
        contoso.script().on("msdyn_solutionhistories").always().replay(history);

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void doesNotKnowHowAJobWentOnThatNothingTellsOf() throws Exception {
        contoso.script().on("importjobs").always().refuse(403, "0x80040220", "missing prvReadImportJob");
        contoso.script()
                .on("asyncoperations")
                .skip(2)
                .always()
                .refuse(403, "0x80040220", "missing prvReadAsyncOperation");

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains(result.importJobId().orElseThrow()));
        assertThat(contoso.jobFiles()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Concurrency.class)
    void waitsForAnotherOperation(Concurrency form) throws Exception {
        contoso.script().refuseConcurrencyAs(form).anotherImportRuns(9);
        List<String> waits = new ArrayList<>();

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults(), listener(waits));

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(waits).isNotEmpty().allSatisfy(holder -> assertThat(holder).contains("Import"));
        assertThat(contoso.server.started().stream().map(StartedOperation::effect))
                .containsOnlyOnce("INSTALLED");
    }

    @Test
    void givesUpWaitingWhenTheUserDoes() throws Exception {
        contoso.script().anotherPublishRuns(100_000);

        ImportResult result = contoso.imports(
                BASE, options().lockTimeout(Duration.ofMinutes(2)).build());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).extracting(Finding::code).containsExactly("0x80071151");
        assertThat(contoso.server.started()).isEmpty();
    }

    private static ImportListener listener(List<String> waits) {
        return new ImportListener() {
            @Override
            public void waiting(String holder, Duration waited) {
                waits.add(holder);
            }
        };
    }
}
