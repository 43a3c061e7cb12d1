package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However odd an environment answers who asks what it holds: the operation is not the worse for it, and no deletion is made up. */
class OddContentTest {

    private static final String SUMMARIES = "msdyn_solutioncomponentsummaries";

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void start() throws Exception {
        contoso = new Contoso(folder);
        imports(scripts("1.0", "a", "b"), ImportOptions.defaults());
    }

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void whatHasALayerLeftIsNotDeletedThoughNoSolutionListsIt() throws Exception {
        imports(managed("Other", "1.0").webResource("contoso_/b.js", "other"), ImportOptions.defaults());
        contoso.script().on("solutioncomponents").always().replay(answer("{\"value\":[]}"));

        ImportResult result = imports(scripts("2.0", "a"), ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.count(Change.DELETE)).isZero();
        assertThat(result.count(Change.UNLAYER)).isEqualTo(1);
    }

    @Test
    void rowsThatAreNoneLeaveTheChangesUnknownAndThatIsSaid() throws Exception {
        for (String row : new String[] {"null", "7", "\"x\"", "[]"}) {
            contoso.script().on(SUMMARIES).always().replay(answer("{\"value\":[" + row + "]}"));
        }

        ImportResult result = imports(scripts("2.0", "a"), ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.warnings()).extracting(Finding::message).anySatisfy(warning -> assertThat(warning)
                .contains("are not completely known")
                .contains("row 1 of the answer is no object"));
    }

    @Test
    void rowsWithoutSenseAreLeftOutAndIdsAreReadInAllTheirForms() throws Exception {
        String id = "11111111-AAAA-4222-8333-444444444444";
        contoso.script()
                .on(SUMMARIES)
                .always()
                .replay(answer(
                        """
                {"value":[
                  {}, {"msdyn_objectid":null}, {"msdyn_objectid":"' or 1 eq 1"},
                  {"msdyn_objectid":{"a":1},"msdyn_componenttype":{}},
                  {"msdyn_objectid":"{%1$s}","msdyn_componenttype":61,"msdyn_name":"contoso_/x.js"},
                  {"msdyn_objectid":"%1$s","msdyn_componenttype":"61","msdyn_name":"contoso_/x.js"},
                  {"msdyn_objectid":"%1$s","msdyn_componenttype":-5,"msdyn_componentlogicalname":null}
                ]}"""
                                .formatted(id)));

        ImportResult result = imports(scripts("2.0", "a"), ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.count(Change.DELETE)).isZero();
        assertThat(result.components())
                .filteredOn(component -> component.change() == Change.KEEP)
                .hasSize(2);
    }

    @Test
    void whatIsNoListIsNotKnown() throws Exception {
        contoso.script().on(SUMMARIES).always().garble();

        ImportResult result = imports(scripts("2.0", "a"), ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.count(Change.DELETE)).isZero();
        assertThat(result.warnings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("are not completely known");
    }

    @Test
    void theTimeThatIsShortIsTheOperations() throws Exception {
        contoso.script().on(SUMMARIES).always().throttle("0x80072322", Duration.ofSeconds(10));
        contoso.script().on("StageAndUpgradeAsync").jobLasts(20);
        Instant before = contoso.now();

        ImportResult result = imports(
                scripts("2.0", "a"), options().timeout(Duration.ofMinutes(3)).build());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(Duration.between(before, contoso.now())).isLessThan(Duration.ofMinutes(2));
    }

    private ImportResult imports(PackageBuilder solution, ImportOptions options) throws Exception {
        return contoso.environment()
                .importSolution(Contoso.importing(solution.zip(folder), options), ImportListener.NONE);
    }

    private Path answer(String json) throws Exception {
        return Files.writeString(folder.resolve("answer.json"), json);
    }

    private static PackageBuilder scripts(String version, String... names) {
        PackageBuilder solution = managed("Scripts", version);
        for (String name : names) {
            solution.webResource("contoso_/" + name + ".js", name);
        }
        return solution;
    }
}
