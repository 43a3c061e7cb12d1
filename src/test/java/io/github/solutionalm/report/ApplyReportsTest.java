package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationResult;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion of an upgrade that is refused, since nothing is known of the solution but the name that was asked for. */
class ApplyReportsTest {

    @TempDir
    private Path output;

    @Test
    void bearTheNameThatWasAskedFor() throws Exception {
        ImportReport.Files files = ImportReport.write(refused("ContosoShipping"), output);

        assertThat(files.folder()).isEqualTo(output.resolve("rehearsal/ContosoShipping/1-apply-upgrade"));
        assertThat(Files.readString(files.log()))
                .contains("ContosoShipping")
                .contains("The solution ContosoShipping is not installed");
        assertThat(Files.readString(files.job()))
                .contains("<solutionManifest id=\"ContosoShipping\" processed=\"false\">")
                .contains("errorcode=\"0x8004853B\"");
        assertThat(Files.readString(files.result())).contains("\"package\": null,\n  \"solution\": null,");
    }

    @Test
    void areKnownByItInTheSummary() throws Exception {
        ImportResult result = refused("ContosoShipping");

        assertThat(BuildSummary.of("id", result, ImportReport.write(result, output), output)
                        .solution()
                        .uniqueName())
                .isEqualTo("ContosoShipping");
    }

    private static ImportResult refused(String solution) {
        Finding error = new Finding(
                "0x8004853B",
                "SolutionUpgradeNotAvailable",
                "The solution " + solution + " is not installed, so it has no upgrade to apply.",
                Optional.empty());
        return new ImportResult(
                new OperationSubject(
                        "apply-upgrade",
                        new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:r.db"),
                        Optional.empty(),
                        Optional.empty(),
                        solution,
                        Optional.empty(),
                        ImportOptions.defaults()),
                Operation.NONE,
                Outcome.FAILED,
                new ImportResult.Timing(
                        Optional.of(ResultFixture.JOB), ResultFixture.STARTED, ResultFixture.COMPLETED, 0),
                new OperationResult.Findings(List.of(error), List.of(), List.of()),
                ImportResult.Effects.NONE,
                JobDocuments.NONE);
    }
}
