package io.github.solutionalm.dataverse.server;

import static io.github.solutionalm.dataverse.server.TestClient.error;
import static io.github.solutionalm.dataverse.server.TestClient.importing;
import static io.github.solutionalm.dataverse.server.TestClient.staging;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong goes wrong as scripted, and the record tells what was done all the same. */
class FaultsTest {

    @TempDir
    private Path folder;

    private DataverseServer server;
    private TestClient client;
    private Path base;

    @BeforeEach
    void start() throws Exception {
        server = DataverseServer.start(ServerSettings.in(folder.resolve("server")));
        client = new TestClient(server);
        base = Packages.zip("ContosoBase_1_0_0_0_managed", folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void throttlesWithSecondsAndWithADate() throws Exception {
        server.script().on("WhoAmI").throttle("0x80072322", Duration.ofSeconds(7));
        server.script().on("WhoAmI").throttleUntil("0x80072321", Duration.ofSeconds(7));

        HttpResponse<String> seconds = client.get("WhoAmI");
        assertThat(error(seconds, 429)).startsWith("0x80072322 Number of requests");
        assertThat(seconds.headers().firstValue("Retry-After")).contains("7");
        Instant begin = Instant.now();
        HttpResponse<String> date = client.get("WhoAmI");
        Instant until = ZonedDateTime.parse(
                        date.headers().firstValue("Retry-After").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(until).isBetween(begin.plusSeconds(6), Instant.now().plusSeconds(8));
        assertThat(client.get("WhoAmI").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesOneQuestionAndAnswersAnother() throws Exception {
        server.script().on("solutions").asking("$filter").always().refuse(403, "0x80040220", "missing prvReadSolution");

        HttpResponse<String> filtered =
                client.get("solutions?$filter=" + TestClient.encoded("uniquename eq 'Default'"));
        assertThat(error(filtered, 403)).startsWith("0x80040220");
        assertThat(client.get("solutions").statusCode()).isEqualTo(200);
    }

    @Test
    void countsTheTimeThatAnswersWouldTakeWithoutTakingIt() throws Exception {
        server.script().latency(Duration.ofMinutes(3));

        client.get("WhoAmI");
        client.get("solutions");

        assertThat(server.script().timeTaken()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void countsReadsAndWrites() throws Exception {
        client.get("WhoAmI");
        client.get("WhoAmI");
        client.ask("POST", "StageSolution", staging(base));

        assertThat(server.requestsByCall()).isEqualTo(Map.of("StageSolution", 1L, "WhoAmI", 2L));
        assertThat(server.writes()).isEqualTo(1);
    }

    @Test
    void answersOutagesWithPagesForPeople() throws Exception {
        server.script().on("*").skip(1).times(2).answer(503);
        assertThat(client.get("WhoAmI").statusCode()).isEqualTo(200);
        HttpResponse<String> outage = client.get("solutions");
        assertThat(outage.statusCode()).isEqualTo(503);
        assertThat(outage.body()).startsWith("<!DOCTYPE html>");
        assertThat(client.ask("POST", "StageSolution", staging(base)).statusCode())
                .isEqualTo(503);
        assertThat(client.get("WhoAmI").statusCode()).isEqualTo(200);
        assertThat(server.requests())
                .extracting(ServedRequest::fault)
                .containsExactly("", "answer 503", "answer 503", "");
    }

    @Test
    void resetsBeforeItActs() throws Exception {
        server.script().on("ImportSolutionAsync").resetBeforeActing();
        assertThatIOException()
                .isThrownBy(() -> client.post("ImportSolutionAsync", importing(base, UUID.randomUUID(), "")));
        assertThat(server.started()).isEmpty();
    }

    @Test
    void resetsAfterItActed() throws Exception {
        UUID job = UUID.randomUUID();
        server.script().on("ImportSolutionAsync").resetAfterActing();
        assertThatIOException().isThrownBy(() -> client.post("ImportSolutionAsync", importing(base, job, "")));

        assertThat(server.started()).singleElement().satisfies(seen -> {
            assertThat(seen.importJobId()).contains(job);
            assertThat(seen.carriedOut()).isTrue();
        });
        JsonNode running = client.json("asyncoperations?$filter="
                + TestClient.encoded("messagename eq 'ImportSolutionAsync' and statecode ne 3"));
        assertThat(running.path("value")).hasSize(1);
        assertThat(client.json("importjobs(" + job + ")").path("importjobid").asText())
                .isEqualTo(job.toString());
    }

    @Test
    void breaksAnswersOffAndGarblesThem() throws Exception {
        server.script().on("solutions").truncate();
        server.script().on("solutions").garble();
        assertThatIOException().isThrownBy(() -> client.get("solutions"));
        String garbled = client.get("solutions").body();
        Assertions.assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> new ObjectMapper().readTree(garbled));
        assertThat(client.get("solutions").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesOneOperationWhileAnotherRuns() throws Exception {
        server.script().anotherImportRuns(2);
        assertThat(error(client.ask("POST", "PublishAllXmlAsync", "{}"), 400))
                .startsWith("0x80071151 CustomizationLockException: Cannot start the requested operation [PublishAll]"
                        + " because there is another [Import] running");
        assertThat(client.post("PublishAllXmlAsync", "{}")
                        .path("AsyncOperationId")
                        .asText())
                .isNotEmpty();

        server.script().refuseConcurrencyAs(Concurrency.TOO_MANY_REQUESTS);
        assertThat(client.ask("POST", "ImportSolutionAsync", importing(base, UUID.randomUUID(), ""))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void letsTheJobFailBecauseAnotherOperationRuns() throws Exception {
        server.script().anotherPublishRuns(1).anotherPublishRuns(3).refuseConcurrencyAs(Concurrency.FAILED_JOB);
        UUID job = UUID.randomUUID();
        JsonNode row = client.ended(client.post("ImportSolutionAsync", importing(base, job, "")));
        assertThat(row.path("errorcode").asInt()).isEqualTo(-2147020463);
        assertThat(client.get("importjobs(" + job + ")").statusCode()).isEqualTo(404);
        assertThat(server.started()).noneMatch(StartedOperation::carriedOut);
    }

    @Test
    void succeedsWithFailedComponents() throws Exception {
        server.script().on("ImportSolutionAsync").jobSucceedsWithFailedComponents(1);
        UUID job = client.imported(base, "");
        JsonNode result = client.json("RetrieveSolutionImportResult(ImportJobId=" + job + ")")
                .path("SolutionOperationResult");
        assertThat(result.path("Status").asText()).isEqualTo("Passed");
        assertThat(result.path("FormattedResults").asText()).contains(">Failure<");
        assertThat(server.started()).singleElement().satisfies(seen -> assertThat(seen.failedComponents())
                .isEqualTo(1));
    }

    @Test
    void letsJobsFailAndHang() throws Exception {
        server.script().on("ImportSolutionAsync").jobFails("0x80044151", "SQL timeout expired.");
        server.script().on("ImportSolutionAsync").jobNeverEnds();
        JsonNode failed = client.ended(client.post("ImportSolutionAsync", importing(base, UUID.randomUUID(), "")));
        assertThat(failed.path("friendlymessage").asText()).isEqualTo("SQL timeout expired.");

        UUID job = UUID.randomUUID();
        String id = client.post("ImportSolutionAsync", importing(base, job, ""))
                .path("AsyncOperationId")
                .asText();
        for (int i = 0; i < 20; i++) {
            assertThat(client.json("asyncoperations(" + id + ")")
                            .path("statecode")
                            .asInt())
                    .isEqualTo(2);
        }
        assertThat(client.json("importjobs(" + job + ")").path("completedon").isNull())
                .isTrue();
    }

    @Test
    void pagesWhatIsLong() throws Exception {
        client.imported(base, "");
        server.script().fillSolutions(12_000);
        JsonNode page = client.json("solutioncomponents?$select=objectid");
        int rows = page.path("value").size();
        assertThat(rows).isEqualTo(5000);
        while (page.hasNonNull("@odata.nextLink")) {
            page = TestClient.body(client.get(page.path("@odata.nextLink").asText()), 200);
            rows += page.path("value").size();
        }
        assertThat(rows).isGreaterThan(12_000);
    }

    @Test
    void answersSlowlyAndNotAtAll() throws Exception {
        server.script().on("WhoAmI").slow(Duration.ofMillis(200));
        server.script().on("ImportSolutionAsync").loseAnswer();
        Instant begin = Instant.now();
        client.get("WhoAmI");
        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(200));

        CompletableFuture<Object> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return client.post("ImportSolutionAsync", importing(base, UUID.randomUUID(), ""));
            } catch (Exception e) {
                return e; // the server was closed
            }
        });
        while (server.started().isEmpty() && !answer.isDone()) {
            Thread.onSpinWait(); // it has the request, and gets to it
        }
        // A slow machine only makes it less likely that an answer comes in this time.
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> answer.get(500, TimeUnit.MILLISECONDS));
        assertThat(server.started()).hasSize(1);
    }

    @Test
    void refusesBodiesOverItsLimit() throws Exception {
        server.close();
        server =
                DataverseServer.start(ServerSettings.in(folder.resolve("small")).requestLimit(1000));
        client = new TestClient(server);
        Path big = Files.write(folder.resolve("big.zip"), new byte[100_000]);
        assertThat(error(client.ask("POST", "StageSolution", staging(big)), 413))
                .startsWith("0x80040375");
        assertThat(client.get("WhoAmI").statusCode()).isEqualTo(200);
    }

    @Test
    void areTheSameForTheSameSeed() {
        List<String> scripts = LongStream.range(0, 500)
                .mapToObj(seed -> Faults.random(seed).toString())
                .toList();
        assertThat(LongStream.range(0, 500).mapToObj(seed -> Faults.random(seed).toString()))
                .containsExactlyElementsOf(scripts);
        assertThat(LongStream.range(0, 500)
                        .boxed()
                        .flatMap(seed -> Faults.random(seed).kinds().stream())
                        .distinct())
                .containsExactlyInAnyOrder(Faults.Kind.values());
    }

    @Test
    void speaksTls() throws Exception {
        server.close();
        server = DataverseServer.start(ServerSettings.in(folder.resolve("tls")).withTls());
        assertThat(server.url()).startsWith("https://localhost:");
        client = new TestClient(server);
        assertThat(client.get("WhoAmI").statusCode()).isEqualTo(200);
        server.script().on("PublishAllXmlAsync").resetBeforeActing();
        assertThatIOException().isThrownBy(() -> client.ask("POST", "PublishAllXmlAsync", "{}"));
        assertThat(server.started()).isEmpty();
    }

    @Test
    void replaysWhatWasRecorded() throws Exception {
        Recorded.own().replay(server.script());
        for (String call : List.of("asyncoperations(" + Recorded.own().operation() + ")", "solutions")) {
            assertThat(client.get(call).statusCode()).isEqualTo(200);
        }
        assertThat(client.ask("POST", "StageSolution", staging(base)).body())
                .isEqualTo(Files.readString(Recorded.own().file("post_stage_solution.json")));
        assertThat(server.started()).isEmpty();
    }
}
