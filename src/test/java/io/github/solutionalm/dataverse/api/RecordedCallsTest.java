package io.github.solutionalm.dataverse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.server.Recorded;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real environment answered is understood. */
class RecordedCallsTest {
    @TempDir
    private Path spool;

    private static Answer answer(Path file) throws Exception {
        byte[] body = Files.readAllBytes(file);
        return new Answer(200, HttpHeaders.of(Map.of(), (a, b) -> true), new ByteArrayInputStream(body));
    }

    @ParameterizedTest
    @MethodSource("io.github.solutionalm.dataverse.server.Recorded#all")
    void aPackageThatWasUploaded(Recorded recorded) throws Exception {
        StagedPackage staged =
                new StageSolution("x", Path.of("x.zip")).read(answer(recorded.file("post_stage_solution.json")));

        assertThat(staged.upload()).isEqualTo(recorded.upload().toString());
        assertThat(staged.errors()).isEmpty();
        assertThat(staged.warnings()).isEmpty();
        assertThat(staged.missing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.solutionalm.dataverse.server.Recorded#all")
    void anImportThatWasStarted(Recorded recorded) throws Exception {
        Started started = Started.importJob(answer(recorded.file("post_import_solution_async.json")));

        assertThat(started.operation()).contains(recorded.operation());
        assertThat(started.job()).contains(recorded.job());
    }

    @ParameterizedTest
    @MethodSource("io.github.solutionalm.dataverse.server.Recorded#all")
    void aJobThatHasEnded(Recorded recorded) throws Exception {
        SystemJob job =
                new ReadSystemJob(recorded.operation()).read(answer(recorded.file("get_async_operations.json")));

        assertThat(job.id()).isEqualTo(recorded.operation());
        assertThat(job.message()).isEqualTo("ImportSolutionAsync");
        assertThat(job.succeeded()).isTrue();
        assertThat(job.error()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.solutionalm.dataverse.server.Recorded#all")
    void aSolutionWithItsPublisher(Recorded recorded) throws Exception {
        JsonNode rows =
                new ObjectMapper().readTree(recorded.file("get_solution.json").toFile());

        SolutionRow row = SolutionRow.of(rows.path("value").get(0));

        assertThat(row.uniqueName()).isEqualTo(recorded.solution());
        assertThat(row.version()).hasToString("1.1.0.0");
        assertThat(row.managed()).isFalse();
        assertThat(row.publisher().uniqueName()).isEqualTo(recorded.publisher());
        assertThat(row.parent()).isEmpty();
        assertThat(row.installedOn()).isEqualTo(recorded.installedOn());
    }

    @ParameterizedTest
    @MethodSource("io.github.solutionalm.dataverse.server.Recorded#all")
    void theResultOfAnImport(Recorded recorded) throws Exception {
        SolutionImportResult result = new RetrieveSolutionImportResult(recorded.job(), spool)
                .read(answer(recorded.file("get_solution_import_result.json")));

        assertThat(result.passed()).isTrue();
        assertThat(FormattedLog.read(result.log().orElseThrow()))
                .isEqualTo(FormattedLog.read(recorded.file("import-log-formatted.xml")));
    }

    @ParameterizedTest
    @MethodSource("io.github.solutionalm.dataverse.server.Recorded#all")
    void theFormattedLogYieldsWhatHappenedToEachComponent(Recorded recorded) throws Exception {
        List<LogEntry> entries = FormattedLog.read(recorded.file("import-log-formatted.xml"));

        assertThat(entries).extracting(LogEntry::itemType).contains("Entity", "System Views", "Form", "Entity Ribbon");
        assertThat(entries).extracting(LogEntry::status).contains(Status.SUCCESS, Status.UNPROCESSED);
        assertThat(entries).extracting(LogEntry::status).doesNotContain(Status.FAILURE, Status.WARNING);
        assertThat(entries)
                .filteredOn(entry -> entry.itemType().equals("Entity"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.name()).isEqualTo(recorded.table()));
    }
}
