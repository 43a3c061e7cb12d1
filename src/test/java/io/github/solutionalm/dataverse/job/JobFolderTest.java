package io.github.solutionalm.dataverse.job;

import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.Contoso;
import io.github.solutionalm.dataverse.content.ContentBefore;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.model.SolutionVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds write down of operations, in a folder that other builds and accidents write to as well. */
class JobFolderTest {

    private static final DataverseUrl URL = new DataverseUrl(URI.create("https://contoso.crm4.dynamics.com"));
    private static final JobPlace ORDERS = new JobPlace(URL, "Orders");
    private static final ContentBefore NOTHING = new ContentBefore(List.of(), List.of(), Map.of());

    private static final String STARTING =
            """
            {
              "url" : "https://contoso.crm4.dynamics.com",
              "action" : "UPGRADE",
              "operation" : "INSTALL",
              "outcome" : "INSTALLED",
              "message" : "ImportSolutionAsync",
              "solution" : "ContosoOrders",
              "version" : "2.0",
              "sha256" : "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "previousVersion" : "",
              "job" : "6fa459ea-ee8a-3ca4-894e-db77e160355e",
              "upload" : "",
              "systemJob" : "",
              "phase" : "STARTING",
              "at" : "2026-11-22T10:00:00Z",
              "attempt" : "886313e1-3b8a-5372-9b90-0c9aee199e5d",
              "before" : [ ]
            }""";
    private static final String RUNNING =
            """
            {
              "url" : "https://contoso.crm4.dynamics.com",
              "action" : "UPGRADE",
              "operation" : "UPGRADE",
              "outcome" : "UPGRADED",
              "message" : "StageAndUpgradeAsync",
              "solution" : "ContosoOrders",
              "version" : "2.0.0.0",
              "sha256" : "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "previousVersion" : "1.0.0.0",
              "job" : "6fa459ea-ee8a-3ca4-894e-db77e160355e",
              "upload" : "16fd2706-8baf-433b-82eb-8c7fada847da",
              "systemJob" : "7d444840-9dc0-11d1-b245-5ffdce74fad2",
              "phase" : "RUNNING",
              "at" : "2026-11-22T10:00:00.123456789Z",
              "attempt" : "886313e1-3b8a-5372-9b90-0c9aee199e5d",
              "before" : [ "a4a2bfd4-5f1e-4f0a-9d6e-3b8f4d1f2c3d", "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed" ]
            }""";

    @TempDir
    private Path folder;

    @Test
    void whatWasThereBeforeAnotherAttemptIsNotTakenForWhatWasThereBeforeThis() throws Exception {
        JobFolder jobs = new JobFolder(folder);
        JobFile job = job("Orders", "first");
        jobs.write(job);
        NOTHING.keep(jobs, ORDERS, "first");
        assertThat(ContentBefore.kept(jobs, job)).contains(NOTHING);

        // Another build looked, and was killed before it wrote down what it was about to start.
        NOTHING.keep(jobs, ORDERS, "second");

        assertThat(jobs.find(new JobPlace(URL, "orders"))).contains(job);
        assertThat(ContentBefore.kept(jobs, job)).isEmpty();
    }

    @Test
    void aBuildForgetsItsOwnOperationAndNotTheOneThatAnotherWroteDownMeanwhile() throws Exception {
        JobFolder jobs = new JobFolder(folder);
        JobFile other = job("Orders", "other");
        jobs.write(job("Orders", "own"));
        jobs.write(other);

        jobs.forget(job("Orders", "own"));
        assertThat(jobs.find(ORDERS)).contains(other);

        jobs.forget(other);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void filesThatAreDamagedAreAsIfTheyWereNotThere() throws Exception {
        JobFolder jobs = new JobFolder(folder);
        JobFile job = job("Orders", "a");
        jobs.write(job);
        NOTHING.keep(jobs, ORDERS, "a");
        Path before = folder.resolve(jobs.file(ORDERS).getFileName().toString().replace(".job.", ".before."));
        String whole = Files.readString(jobs.file(ORDERS));
        for (String damage :
                List.of("", "{", "null", "[]", "{}", "{\"attempt\":\"a\"}", "{\"attempt\":\"a\",\"before\":{}}")) {
            Files.writeString(before, damage);
            assertThat(ContentBefore.kept(jobs, job)).as(damage).isEmpty();
            Files.writeString(jobs.file(ORDERS), damage);
            assertThat(jobs.find(ORDERS)).as(damage).isEmpty();
        }
        for (String part : List.of("\"UPGRADED\"", "\"2.0.0.0\"", "\"2026-11-22T10:00:00Z\"", "\"STARTING\"")) {
            Files.writeString(jobs.file(ORDERS), whole.replace(part, "null"));
            assertThat(jobs.find(ORDERS)).as(part).isEmpty();
        }
    }

    @Test
    void theFileStaysAsEarlierBuildsWroteIt() throws Exception {
        JobFolder jobs = new JobFolder(folder);
        for (String written : List.of(STARTING, RUNNING, STARTING.replace("[ ]", "null"))) {
            Path file = jobs.file(new JobPlace(URL, "ContosoOrders"));
            Files.writeString(file, written);

            jobs.write(jobs.find(new JobPlace(URL, "contosoorders")).orElseThrow());

            assertThat(Files.readString(file)).isEqualToNormalizingNewlines(written);
        }
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        JobFolder jobs = new JobFolder(folder);

        for (String name : List.of("../../etc/x", "..\\..\\x", "/etc/passwd", "a\u0000b", "C:x", "")) {
            assertThat(jobs.file(new JobPlace(URL, name)).getParent()).isEqualTo(folder);
            assertThat(jobs.file(new JobPlace(URL, name)).getFileName().toString())
                    .matches("[a-z0-9_.-]*-[0-9a-f]{12}-[0-9a-f]{8}\\.job\\.json");
        }
    }

    @Test
    void anOperationThatRunsIsSeenToItsEndThoughNothingMoreCanBeWrittenDown() throws Exception {
        try (Contoso contoso = new Contoso(folder)) {
            contoso.killWhen(() -> blocked(contoso));

            ImportResult result = contoso.environment()
                    .importSolution(
                            Contoso.importing(
                                    managed("Scripts", "1.0")
                                            .webResource("contoso_/a.js", "a")
                                            .zip(folder),
                                    ImportOptions.defaults()),
                            ImportListener.NONE);

            assertThat(contoso.jobFiles()).as("could not be written to").allMatch(Files::isDirectory);
            assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        }
    }

    /** Puts something that cannot be replaced in the place of what is written down; kills nothing. */
    private static boolean blocked(Contoso contoso) {
        try {
            for (Path file : contoso.jobFiles()) {
                if (Files.isRegularFile(file)) {
                    Files.delete(file);
                    Files.createDirectories(file.resolve("full"));
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JobFile job(String solution, String attempt) {
        UUID id = UUID.nameUUIDFromBytes(attempt.getBytes(StandardCharsets.UTF_8));
        return JobFile.planned(
                new JobFile.Asked("UPGRADE", new JobPlace(URL, solution), ""),
                new JobFile.Chosen(
                        Operation.UPGRADE,
                        Outcome.UPGRADED,
                        SolutionVersion.parse("2.0.0.0"),
                        Optional.of(SolutionVersion.parse("1.0.0.0"))),
                new JobFile.Sent("StageAndUpgradeAsync", id, "", Optional.of(List.of()), attempt),
                Instant.parse("2026-11-22T10:00:00Z"));
    }
}
