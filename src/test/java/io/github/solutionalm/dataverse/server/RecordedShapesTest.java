package io.github.solutionalm.dataverse.server;

import static io.github.solutionalm.dataverse.server.TestClient.importing;
import static io.github.solutionalm.dataverse.server.TestClient.staging;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's answers have the keys that a real environment's have, to the package that was imported there. */
class RecordedShapesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private DataverseServer server;
    private TestClient client;
    private Path solution;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Recorded.real().isPresent(), "no recorded answers");
        solution = Recorded.real().orElseThrow().file("TerraformTestSolution_Complex_1_1_0_0.zip");
        server = DataverseServer.start(ServerSettings.in(folder));
        client = new TestClient(server);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void ofTheStagedPackage() throws Exception {
        JsonNode recorded = recorded("post_stage_solution.json");
        JsonNode ours = client.post("StageSolution", staging(solution));
        assertThat(keys(ours)).isEqualTo(keys(recorded));

        JsonNode details = ours.path("StageSolutionResults").path("SolutionDetails");
        assertThat(details).isEqualTo(recorded.path("StageSolutionResults").path("SolutionDetails"));
        assertThat(types(ours)).isEqualTo(types(recorded));
    }

    @Test
    void ofTheStartedImportItsJobAndItsResult() throws Exception {
        UUID job = UUID.randomUUID();
        JsonNode started = client.post("ImportSolutionAsync", importing(solution, job, ""));
        assertThat(keys(started)).isEqualTo(keys(recorded("post_import_solution_async.json")));

        JsonNode operation = client.ended(started);
        // A single row has an entity tag too; the recording left it out.
        Set<String> columns = keys(operation);
        columns.remove("/@odata.etag");
        assertThat(columns).isEqualTo(keys(recorded("get_async_operations.json")));
        for (String column : new String[] {"name", "messagename", "operationtype", "statecode", "statuscode"}) {
            assertThat(operation.path(column))
                    .isEqualTo(recorded("get_async_operations.json").path(column));
        }
        assertThat(keys(client.json("RetrieveSolutionImportResult(ImportJobId=" + job + ")")))
                .isEqualTo(keys(recorded("get_solution_import_result.json")));
    }

    @Test
    void ofTheInstalledSolutionWithItsPublisher() throws Exception {
        client.imported(solution, "");
        assertThat(keys(client.json("solutions?$expand=publisherid"))).isEqualTo(keys(recorded("get_solution.json")));
    }

    private static JsonNode recorded(String name) throws Exception {
        return JSON.readTree(Files.readString(Recorded.real().orElseThrow().file(name)));
    }

    /** The paths of all keys; entries of a list count as one. */
    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        collect("", node, keys);
        return keys;
    }

    private static void collect(String path, JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(name -> {
            keys.add(path + "/" + name);
            collect(path + "/" + name, node.path(name), keys);
        });
        if (node.isArray()) {
            node.forEach(entry -> collect(path, entry, keys));
        }
    }

    private static Set<String> types(JsonNode staged) {
        Set<String> types = new TreeSet<>();
        staged.path("StageSolutionResults")
                .path("SolutionComponentsDetails")
                .forEach(component ->
                        types.add(component.path("ComponentTypeName").asText()));
        return types;
    }
}
