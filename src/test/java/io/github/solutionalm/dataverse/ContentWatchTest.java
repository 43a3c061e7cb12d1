package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.content.ContentBefore;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operation added, changed and deleted comes out of what was there before and what is there afterwards. */
class ContentWatchTest extends AgainstContoso {

    @Test
    void tellsWhatTheUpgradeDeletedBeforeItEnds() throws Exception {
        imports(scripts("1.0", "a", "b"), options());
        List<String> heard = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void changed(PlanSummary done) {
                done.changes().forEach(change -> heard.add(change.change() + " " + change.key()));
                heard.add(done.unchanged() + " unchanged");
            }
        };

        contoso.environment()
                .importSolution(
                        Contoso.importing(
                                scripts("2.0", "a", "c").zip(folder), options().build()),
                        listener);

        assertThat(heard).containsExactly("DELETE contoso_/b.js", "ADD contoso_/c.js", "1 unchanged");
    }

    @Test
    void tellsOfAStagedUpgradeWhatItsApplicationWillDelete() throws Exception {
        imports(scripts("1.0", "a", "b"), options());

        assertThat(deferred(scripts("2.0", "a"))).containsExactly("DELETE contoso_/b.js");
    }

    @Test
    void isSilentWhereNothingWasStarted() throws Exception {
        imports(scripts("1.0", "a", "b"), options());
        contoso.script().on("msdyn_solutioncomponentsummaries").always().refuse(403, "0x80040220", "no");
        contoso.script().on("StageSolution").always().refuse(400, "0x80048060", "The file is no solution.");

        ImportResult result = imports(scripts("2.0", "a"), options());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.warnings()).isEmpty();
        assertThat(contoso.server.started()).hasSize(1);
    }

    @Test
    void aLaterBuildThatTakesUpTheUpgradeKnowsWhatItDeleted() throws Exception {
        imports(scripts("1.0", "a", "b"), options());
        contoso.script().on("StageAndUpgradeAsync").jobLasts(60);
        PackageBuilder next = scripts("2.0", "a");
        Path file = next.zip(folder);
        ImportOptions options = options().timeout(Duration.ofMinutes(2)).build();

        ImportResult first =
                contoso.environment().importSolution(Contoso.importing(file, options), ImportListener.NONE);
        ImportResult second = contoso.open()
                .importSolution(
                        Contoso.importing(
                                file, options().timeout(Duration.ofHours(2)).build()),
                        ImportListener.NONE);

        assertThat(first.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(second.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(second.count(Change.DELETE)).isEqualTo(1);
        assertThat(contoso.server.started()).hasSize(2);
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void anEnvironmentThatDoesNotTellIsNotAFailure() throws Exception {
        imports(scripts("1.0", "a", "b"), options());
        contoso.script()
                .on("msdyn_solutioncomponentsummaries")
                .always()
                .refuse(403, "0x80040220", "Principal user is missing prvReadmsdyn_solutioncomponentsummary privilege");

        ImportResult result = imports(scripts("2.0", "a"), options());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.count(Change.CHANGE)).isEqualTo(1);
        assertThat(result.count(Change.DELETE)).isZero();
        assertThat(result.warnings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("are not completely known")
                .contains("prvReadmsdyn_solutioncomponentsummary");
    }

    @Test
    void theLayersOfVeryManyComponentsAreNotWorthTheTime() throws Exception {
        int many = ContentBefore.MOST_COMPARED + 1;
        imports(managed("Large", "1.0").columns("contoso_t", many, "x").webResource("contoso_/a.js", "1"), options());

        ImportResult result = imports(managed("Large", "2.0").columns("contoso_t", many, "x"), options());

        assertThat(result.count(Change.UNCHANGED)).isZero();
        assertThat(result.count(Change.CHANGE)).isEqualTo(many + 1);
        assertThat(result.count(Change.DELETE)).isEqualTo(1);
        assertThat(contoso.server.requests())
                .as("only of what is no longer listed")
                .filteredOn(request -> request.call().equals("msdyn_componentlayers"))
                .hasSize(1);
    }

    @Test
    void aComponentThatOnlyUnmanagedSolutionsListIsDeleted() throws Exception {
        imports(scripts("1.0", "a", "b"), options());
        imports(unmanaged("Tweaks", "1.0").webResource("contoso_/b.js", "b"), options());

        assertThat(deferred(scripts("2.0", "a"))).containsExactly("DELETE contoso_/b.js");
    }

    /** Two layers are read before the upgrade, the same afterwards, and then whether what is no longer listed has any. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void layersThatCannotBeReadCostNoMoreThanWhatIsKnownOfTheirComponent(int read) throws Exception {
        imports(scripts("1.0", "a", "b", "c"), options());
        contoso.script()
                .on("msdyn_componentlayers")
                .skip(read)
                .refuse(400, "0x80040216", "An unexpected error occurred.");

        ImportResult result = imports(scripts("2.0", "a", "b"), options());

        assertThat(result.warnings()).isEmpty();
        assertThat(result.count(Change.CHANGE)).isEqualTo(read < 4 ? 1 : 0);
        assertThat(result.count(Change.UNCHANGED)).isEqualTo(read < 4 ? 1 : 2);
        assertThat(result.count(Change.DELETE)).isEqualTo(1);
    }

    @Test
    void partsOfTablesAreAskedForTypeByTypeWhereSeveralTogetherAreRefused() throws Exception {
        assertThat(questionsForPartsOfATable()).isEqualTo(33);
    }

    @Test
    void partsOfTablesAreAskedForTogetherWhereThatIsTaken() throws Exception {
        contoso.script().takeSeveralTypes();

        assertThat(questionsForPartsOfATable()).isEqualTo(6);
    }

    /** Three looks: for the components, and for the nine types of parts of the one table. */
    private long questionsForPartsOfATable() throws Exception {
        imports(managed("Large", "1.0").columns("contoso_t", 3, "x"), options());

        ImportResult result = imports(managed("Large", "2.0").columns("contoso_t", 2, "x"), options());

        assertThat(result.warnings()).isEmpty();
        assertThat(result.count(Change.DELETE)).isEqualTo(1);
        return contoso.server.requests().stream()
                .filter(request -> request.call().equals("msdyn_solutioncomponentsummaries"))
                .count();
    }

    @Test
    void partsOfTablesThatAreLeftOutAreAskedForByThemselves() throws Exception {
        imports(managed("Large", "1.0").columns("contoso_t", 3, "x"), options());
        Path none = Files.writeString(folder.resolve("none.json"), "{\"value\":[]}");
        contoso.script().takeSeveralTypes();
        contoso.script().on("msdyn_solutioncomponentsummaries").skip(1).replay(none);

        ImportResult result = imports(managed("Large", "2.0").columns("contoso_t", 2, "x"), options());

        assertThat(result.warnings()).isEmpty();
        assertThat(result.count(Change.DELETE)).isEqualTo(1);
    }

    @Test
    void onlyALayerThatChangesSomethingHidesWhatLiesBelow() throws Exception {
        assertThat(hidden(""))
                .as("an environment that does not say what a layer changes")
                .isEqualTo(1);
        assertThat(hidden("{\"Attributes\":[]}")).isZero();
        assertThat(
                        hidden(
                                "{\"Attributes\":[{\"Key\":\"ModifiedOn\",\"Value\":1},{\"Key\":\"displaymask\",\"Value\":2}]}"))
                .isZero();
        assertThat(hidden("{\"Attributes\":[{\"Key\":\"content\",\"Value\":\"x\"}]}"))
                .isEqualTo(1);
    }

    /** What is hidden of a script under an unmanaged layer with such changes. */
    private int hidden(String changes) throws Exception {
        String layer =
                "{\"msdyn_solutionname\":\"%s\",\"msdyn_order\":%d,\"msdyn_componentjson\":%s,\"msdyn_changes\":%s}";
        ObjectMapper json = new ObjectMapper();
        String said = "{\"Attributes\":[{\"Key\":\"content\",\"Value\":\"%s\"}]}";
        String rows = layer.formatted("Scripts", 1, json.writeValueAsString(said.formatted("a")), "null") + ","
                + layer.formatted(
                        "Active", 2, json.writeValueAsString(said.formatted("x")), json.writeValueAsString(changes));
        Path answer = Files.writeString(folder.resolve("layers.json"), "{\"value\":[" + rows + "]}");
        try (Contoso other = new Contoso(Files.createTempDirectory(folder, "hidden"))) {
            Path file = scripts("1.0", "a").zip(folder);
            other.environment().importSolution(Contoso.importing(file, ImportOptions.defaults()), ImportListener.NONE);
            // Two looks of the same would leave it unchanged.
            other.script().on("msdyn_componentlayers").skip(1).always().replay(answer);
            return other.environment()
                    .importSolution(
                            Contoso.importing(scripts("2.0", "a").zip(folder), ImportOptions.defaults()),
                            ImportListener.NONE)
                    .hidden();
        }
    }

    /** What the staging of an upgrade announces. */
    private List<String> deferred(PackageBuilder upgrade) throws Exception {
        List<String> later = new ArrayList<>();
        contoso.environment()
                .importSolution(
                        Contoso.importing(
                                upgrade.zip(folder),
                                options().action(Action.STAGE).build()),
                        new ImportListener() {
                            @Override
                            public void changed(PlanSummary done) {
                                done.deferred().forEach(change -> later.add(change.change() + " " + change.key()));
                            }
                        });
        return later;
    }

    private ImportResult imports(PackageBuilder solution, ImportOptionsBuilder options) throws Exception {
        return contoso.environment()
                .importSolution(
                        Contoso.importing(
                                solution.zip(folder),
                                options.action(Action.UPGRADE).build()),
                        ImportListener.NONE);
    }

    private static PackageBuilder scripts(String version, String... names) {
        PackageBuilder solution = managed("Scripts", version);
        for (String name : names) {
            solution.webResource("contoso_/" + name + ".js", name);
        }
        return solution;
    }
}
