package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.dataverse.server.Packages;
import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.report.ImportReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same story, told to an embedded environment and to a real one: the same {@code import-result.json}, but for ids, times
 * and the environment.
 */
class SameResultsTest {

    @TempDir
    private Path folder;

    @Test
    void installPatchStageAndApply() throws Exception {
        assertSame(
                imports("ContosoBase_1_0_0_0_managed", Action.UPGRADE),
                imports("ContosoOrders_1_0_0_0_managed", Action.UPGRADE),
                imports("ContosoOrders_1_0_1_0_patch_managed", Action.UPGRADE),
                imports("ContosoOrders_2_0_0_0_managed", Action.STAGE),
                applies("ContosoOrders"));
    }

    @Test
    void upgradeInOneStep() throws Exception {
        assertSame(
                imports("ContosoBase_1_0_0_0_managed", Action.UPGRADE),
                imports("ContosoOrders_1_0_0_0_managed", Action.UPGRADE),
                imports("ContosoOrders_1_0_1_0_patch_managed", Action.UPGRADE),
                imports("ContosoOrders_2_0_0_0_managed", Action.UPGRADE));
    }

    @Test
    void update() throws Exception {
        assertSame(
                imports("ContosoBase_1_0_0_0_managed", Action.UPGRADE),
                imports("ContosoOrders_1_0_0_0_managed", Action.UPGRADE),
                imports("ContosoOrders_2_0_0_0_managed", Action.UPDATE),
                imports("ContosoTweaks_1_0_0_0", Action.UPGRADE));
    }

    @Test
    void customizationsAboveHideAndAreOverwritten() throws Exception {
        assertSame(
                imports(managed("Orders", "1.0").webResource("contoso_/a.js", "1"), Action.UPGRADE),
                imports(unmanaged("Mine", "1.0").webResource("contoso_/a.js", "mine"), Action.UPGRADE),
                imports(managed("Orders", "1.1").webResource("contoso_/a.js", "2"), Action.UPDATE),
                imports(
                        managed("Orders", "1.2").webResource("contoso_/a.js", "3"),
                        options().overwriteCustomizations()),
                imports(unmanaged("Mine", "1.1").webResource("contoso_/b.js", "b"), Action.UPGRADE));
    }

    @Test
    void anUpgradeLeavesWhatAnotherSolutionHas() throws Exception {
        assertSame(
                imports(managed("Base", "1.0").column("contoso_t", "contoso_a", "A"), Action.UPGRADE),
                imports(
                        managed("Above", "1.0")
                                .column("contoso_t", "contoso_a", "Above A")
                                .column("contoso_t", "contoso_b", "B"),
                        Action.UPGRADE),
                imports(managed("Above", "2.0").webResource("contoso_/a.js", "1"), Action.UPGRADE));
    }

    @Test
    void whatMergesIsComparedWithAllLayersOfTheSolution() throws Exception {
        assertSame(
                imports(managed("Orders", "1.0").merging("one"), Action.UPGRADE),
                imports(managed("Fix", "1.0.1.0").patchOf("Orders").merging("two"), Action.UPGRADE),
                imports(managed("Orders", "2.0").merging("two"), Action.STAGE),
                applies("Orders"),
                imports(managed("Orders", "3.0").merging("two"), Action.UPGRADE));
    }

    /** One operation of the story. */
    private interface Step {
        ImportResult carryOut(SolutionEnvironment environment) throws Exception;
    }

    private Step imports(String name, Action action) throws Exception {
        return imports(Packages.zip(name, folder), options().action(action));
    }

    private Step imports(PackageBuilder solution, Action action) throws Exception {
        return imports(solution, options().action(action));
    }

    private Step imports(PackageBuilder solution, ImportOptionsBuilder options) throws Exception {
        return imports(solution.zip(folder), options);
    }

    private static Step imports(Path file, ImportOptionsBuilder options) {
        return environment -> environment.importSolution(
                new ImportRequest("import", file, Optional.empty(), options.build()), ImportListener.NONE);
    }

    private Step applies(String solution) {
        return environment -> environment.applyUpgrade(
                new ApplyRequest("apply-upgrade", solution, options().build()), ImportListener.NONE);
    }

    private void assertSame(Step... story) throws Exception {
        List<JsonNode> embedded;
        EnvironmentId id = new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:" + folder.resolve("embedded.db"));
        try (EmbeddedEnvironment environment =
                EmbeddedEnvironment.open(id, EmbeddedSettings.defaults(), Clock.systemUTC())) {
            embedded = told(environment, "embedded", story);
        }
        List<JsonNode> dataverse;
        try (Contoso contoso = new Contoso(Files.createDirectories(folder.resolve("contoso")))) {
            dataverse = told(contoso.environment(), "dataverse", story);
        }
        assertThat(dataverse).hasSameSizeAs(embedded);
        SoftAssertions.assertSoftly(same -> {
            for (int i = 0; i < story.length; i++) {
                same.assertThat(dataverse.get(i).toPrettyString())
                        .as("operation %d", i + 1)
                        .isEqualTo(embedded.get(i).toPrettyString());
            }
        });
    }

    private List<JsonNode> told(SolutionEnvironment environment, String kind, Step... story) throws Exception {
        List<JsonNode> results = new ArrayList<>();
        for (int i = 0; i < story.length; i++) {
            Path file = ImportReport.write(story[i].carryOut(environment), folder.resolve(kind + i))
                    .result();
            ObjectNode json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
            json.remove(List.of("environment", "importJobId", "startedOn", "completedOn"));
            results.add(json);
        }
        return results;
    }
}
