package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.server.Recorded;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real environment answered comes through the transport as it was. */
class RecordedAnswersTest {

    private static String recorded(String name) throws Exception {
        return Files.readString(Recorded.own().file(name));
    }

    @ParameterizedTest
    @CsvSource({
        "post_stage_solution.json, /StageSolutionResults/StageSolutionStatus, Passed",
        "post_import_solution_async.json, /ImportJobKey, 2d3e558c-e7c8-5064-a73b-3ded54fa8202",
        "get_async_operations.json, /statuscode, 30",
        "get_solution_import_result.json, /SolutionOperationResult/Status, Passed",
    })
    void comesThrough(String file, String pointer, String value) throws Exception {
        String answer = recorded(file);
        try (ApiFixture fixture = new ApiFixture()) {
            fixture.server.then(200, answer);

            JsonNode json = fixture.get("x");

            assertThat(json.at(pointer).asText()).isEqualTo(value);
        }
    }

    @Test
    void rowsComeThrough() throws Exception {
        String answer = recorded("get_solution.json");
        try (ApiFixture fixture = new ApiFixture()) {
            fixture.server.then(200, answer);
            List<String> names = new ArrayList<>();

            new Rows("read the solutions", ApiPath.of("solutions"), 5_000)
                    .each(
                            fixture.api(),
                            fixture.in(Duration.ofMinutes(1)),
                            row -> names.add(row.path("uniquename").asText()));

            assertThat(names).contains("ContosoRepairs");
        }
    }
}
