package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.server.ServedRequest;
import io.github.solutionalm.model.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only adds to what is known decides nothing: an import goes on without it, and asks the next source. */
class OptionalReadsTest extends AgainstContoso {

    private static final String BASE = "ContosoBase_1_0_0_0_managed";
    private static final String[] SOURCES = {
        "RetrieveSolutionImportResult", "RetrieveFormattedImportJobResults", "importjobs"
    };

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "400, 0x80040217, importjob does not exist",
        "403, 0x80040220, missing prvReadImportJob",
        "404, 0x80040217, importjob does not exist",
        "500, 0x80040216, an unexpected error occurred",
        "503, 0x80072323, busy"
    })
    void progress(int status, String code, String text) throws Exception {
        contoso.script().on("ImportSolutionAsync").jobLasts(20);
        contoso.script().on("importjobs").times(8).refuse(status, code, text);

        installs();

        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void aJobThatCannotBeAskedForIsAskedForUntilTheTimeIsOver() throws Exception {
        contoso.script().on("ImportSolutionAsync").jobLasts(60);
        contoso.script().on("asyncoperations").skip(2).times(40).answer(503);

        installs();

        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void whetherAnotherOperationRuns() throws Exception {
        contoso.script().on("asyncoperations").times(12).refuse(500, "0x80044151", "SQL timeout expired");
        Instant before = contoso.now();

        installs();

        assertThat(Duration.between(before, contoso.now())).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void aLogThatIsNotTold() throws Exception {
        contoso.script().on("RetrieveSolutionImportResult").always().answer(500);

        ImportResult result = installs();

        assertThat(result.warnings()).isEmpty();
        assertThat(requested("RetrieveFormattedImportJobResults")).isEqualTo(1);
    }

    @Test
    void theJobsDocumentIsAVerdictWhereThereIsNoLog() throws Exception {
        contoso.script().on("RetrieveSolutionImportResult").always().answer(500);
        contoso.script().on("RetrieveFormattedImportJobResults").always().refuse(400, "0x80040216", "no");

        ImportResult result = installs();

        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void theJobsDocumentTellsWhatFailedWhereThereIsNoLog() throws Exception {
        contoso.script().on("RetrieveSolutionImportResult").always().answer(500);
        contoso.script().on("RetrieveFormattedImportJobResults").always().refuse(400, "0x80040216", "no");
        contoso.script().on("ImportSolutionAsync").jobSucceedsWithFailedComponents(1);

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).isNotEmpty();
    }

    @Test
    void withoutAnyOfThemTheJobAndTheVersionAreTheVerdictAndThatIsSaid() throws Exception {
        for (String source : SOURCES) {
            contoso.script().on(source).always().refuse(400, "0x80040216", "no");
        }

        ImportResult result = installs();

        assertThat(result.warnings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("no readable log", "the version that is installed");
        assertThat(contoso.jobFiles()).isEmpty();
    }

    @Test
    void aJobThatFailsForNoReasonThatItsShortTextTells() throws Exception {
        contoso.script().on("ImportSolutionAsync").jobFails("0x80040216", "An unexpected error occurred.");

        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors().get(0).message()).startsWith("An unexpected error occurred.");
    }

    @Test
    void anUploadThatIsCutOffTwiceGoesWithTheImport() throws Exception {
        contoso.script().on("StageSolution").always().answer(504);

        installs();

        assertThat(requested("StageSolution")).isEqualTo(2);
        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void anUploadThatIsGoneIsMadeAgain() throws Exception {
        contoso.script()
                .on("ImportSolutionAsync")
                .refuse(404, "0x80040217", "Entity 'stagesolutionupload' With Id = 1 Does Not Exist");

        installs();

        assertThat(requested("StageSolution")).isEqualTo(2);
        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void anIdOfTheImportJobThatIsRefusedIsLeftOut() throws Exception {
        contoso.script()
                .on("ImportSolutionAsync")
                .refuse(
                        400,
                        "0x80060888",
                        "The parameter 'ImportJobId' in the request payload is not a valid parameter");

        ImportResult result = installs();

        assertThat(contoso.server.started()).hasSize(1);
        assertThat(result.documents().log()).isPresent();
    }

    @Test
    void somethingIsSaidEvery30SecondsWhileAJobIsQueued() throws Exception {
        contoso.script().on("ImportSolutionAsync").jobRowAppearsAfter(200);
        List<Instant> heard = new ArrayList<>();

        contoso.imports(BASE, options().timeout(Duration.ofHours(2)).build(), new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                heard.add(contoso.now());
            }
        });

        assertThat(heard).hasSizeGreaterThan(10);
        for (int i = 1; i < heard.size(); i++) {
            assertThat(Duration.between(heard.get(i - 1), heard.get(i))).isLessThanOrEqualTo(Duration.ofSeconds(30));
        }
    }

    private ImportResult installs() throws Exception {
        ImportResult result = contoso.imports(BASE, ImportOptions.defaults());
        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.installed()).contains("ContosoBase 1.0.0.0");
        return result;
    }

    private long requested(String call) {
        return contoso.server.requests().stream()
                .map(ServedRequest::call)
                .filter(call::equals)
                .count();
    }
}
