package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.dataverse.http.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a real environment answered is understood. The answers are not part of the project: without them
 * ({@code -Dsolution.recorded=<folder>}) these tests are skipped.
 */
class RecordedCallsTest {
    @TempDir
    private Path spool;

    private static final UUID ID = UUID.fromString("310799b8-dc6c-ee11-9ae7-000d3aaae21d");

    private static String recorded(String name) throws Exception {
        return Files.readString(file(name));
    }

    private static Path file(String name) {
        Path file = Path.of(System.getProperty("solution.recorded", "../shared/recorded"), name);
        assumeTrue(Files.exists(file), "no recorded answer at " + file);
        return file;
    }

    private static Answer answer(String name) throws Exception {
        byte[] body = recorded(name).getBytes(StandardCharsets.UTF_8);
        return new Answer(200, HttpHeaders.of(Map.of(), (a, b) -> true), new ByteArrayInputStream(body));
    }

    @Test
    void aPackageThatWasUploaded() throws Exception {
        StagedPackage staged = new StageSolution("x", Path.of("x.zip")).read(answer("post_stage_solution.json"));

        assertThat(staged.upload()).isEqualTo("b3963d4b-dc6c-ee11-9ae7-000d3aaae21d");
        assertThat(staged.errors()).isEmpty();
        assertThat(staged.warnings()).isEmpty();
        assertThat(staged.missing()).isEmpty();
    }

    @Test
    void anImportThatWasStarted() throws Exception {
        Started started = Started.read(answer("post_import_solution_async.json"));

        assertThat(started.operation()).contains(ID);
        assertThat(started.job()).contains(UUID.fromString("1b1fa80d-aa0f-4291-b60c-b0745304ce24"));
    }

    @Test
    void aJobThatHasEnded() throws Exception {
        SystemJob job = new ReadSystemJob(ID).read(answer("get_async_operations.json"));

        assertThat(job.id()).isEqualTo(ID);
        assertThat(job.message()).isEqualTo("ImportSolutionAsync");
        assertThat(job.succeeded()).isTrue();
        assertThat(job.error()).isEmpty();
    }

    @Test
    void aSolutionWithItsPublisher() throws Exception {
        JsonNode rows = new ObjectMapper().readTree(recorded("get_solution.json"));

        SolutionRow row = SolutionRow.of(rows.path("value").get(0));

        assertThat(row.uniqueName()).isEqualTo("TerraformTestSolution");
        assertThat(row.version()).hasToString("1.1.0.0");
        assertThat(row.managed()).isFalse();
        assertThat(row.publisher().uniqueName()).isEqualTo("Crefda7");
        assertThat(row.parent()).isEmpty();
        assertThat(row.installedOn()).isEqualTo("2023-10-17T11:03:41Z");
    }

    @Test
    void theResultOfAnImport() throws Exception {
        SolutionImportResult result =
                new RetrieveSolutionImportResult(ID, spool).read(answer("get_solution_import_result.json"));

        assertThat(result.passed()).isTrue();
        assertThat(FormattedLog.read(result.log().orElseThrow()))
                .isEqualTo(FormattedLog.read(file("import-log-formatted.xml")));
    }

    @Test
    void theFormattedLogYieldsWhatHappenedToEachComponent() throws Exception {
        List<LogEntry> entries = FormattedLog.read(file("import-log-formatted.xml"));

        assertThat(entries).extracting(LogEntry::itemType).contains("Entity", "System Views", "Form", "Entity Ribbon");
        assertThat(entries).extracting(LogEntry::status).contains(Status.SUCCESS, Status.UNPROCESSED);
        assertThat(entries).extracting(LogEntry::status).doesNotContain(Status.FAILURE, Status.WARNING);
        assertThat(entries)
                .filteredOn(entry -> entry.itemType().equals("Entity"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.name()).isEqualTo("cra6e_TerraformTestTable"));
    }
}
