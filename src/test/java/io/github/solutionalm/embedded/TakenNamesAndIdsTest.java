package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Fragments.process;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The unique name of an action is the name of its message, and an id is one component's: neither can be given twice. */
class TakenNamesAndIdsTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(orders("1.0.0.0", action("Close", "contoso_close")));
    }

    @Test
    void twoComponentsOfAPackageCanNotHaveTheSameIdEither() throws Exception {
        ImportResult result = rehearsal.imports(managed("Sales", "1.0.0.0")
                .section("Workflows", process("Twin"))
                .section("Roles", "<Role id=\"{" + id("Twin") + "}\" name=\"Seller\"/>")
                .zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("has the id that", "has in the package: an id can't be used twice"));
    }

    @Test
    void anActionsUniqueNameIsTaken() throws Exception {
        ImportResult result = rehearsal.imports(sales("1.0.0.0", action("Shut", "Contoso_Close")));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x80048027");
        assertThat(result.errors().get(0).message())
                .isEqualTo(
                        "Workflow %s (Shut) has the unique name contoso_close, as Workflow %s (Close) of the solution Orders has under"
                                        .formatted(id("Shut"), id("Close"))
                                + " another id. Give one of them another unique name, or first delete the other"
                                + " one.");
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, mode = EnumSource.Mode.EXCLUDE, names = "INSTALL")
    void soItIsForLaterVersions(Action action) throws Exception {
        rehearsal.holding(sales("1.0.0.0", action("Open", "contoso_open")));
        String environment = EnvironmentDump.everything(rehearsal.file());

        ImportResult result = rehearsal.imports(
                sales("2.0.0.0", action("Open", "contoso_open"), action("Shut", "contoso_close")),
                options().action(action));

        assertThat(codes(result.errors())).containsExactly("0x80048027");
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(environment);
    }

    @Test
    void soItIsForUnmanagedPackages() throws Exception {
        assertThat(codes(rehearsal
                        .imports(unmanaged("Mine", "1.0.0.0")
                                .section("Workflows", action("Shut", "contoso_close"))
                                .zip(folder))
                        .errors()))
                .containsExactly("0x80048027");
    }

    @Test
    void twoOfAPackageCanNotHaveIt() throws Exception {
        ImportResult result =
                rehearsal.imports(sales("1.0.0.0", action("Open", "contoso_open"), action("Start", "contoso_open")));

        assertThat(codes(result.errors())).containsExactly("0x80048027");
        assertThat(result.errors().get(0).message()).contains("as Workflow " + id("Open") + " of the package has");
    }

    @Test
    void theSameActionKeepsIt() throws Exception {
        assertThat(rehearsal
                        .imports(sales("1.0.0.0", action("Close", "contoso_close")))
                        .outcome())
                .isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void anUpgradeThatDeletesTheOneGivesItToTheOther() throws Exception {
        ImportResult result = rehearsal.imports(orders("2.0.0.0", action("Shut", "contoso_close")));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.component(WORKFLOW, id("Close"))).isEmpty();
        assertThat(rehearsal.component(WORKFLOW, id("Shut"))).isPresent();
    }

    @Test
    void anUpdateKeepsTheOne() throws Exception {
        ImportResult result = rehearsal.imports(
                orders("2.0.0.0", action("Shut", "contoso_close")), options().action(Action.UPDATE));

        assertThat(codes(result.errors())).containsExactly("0x80048027");
    }

    @Test
    void anIdIsOneComponents() throws Exception {
        ImportResult result =
                rehearsal.imports(managed("Sales", "1.0.0.0").step("Close").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEmpty();
            assertThat(error.message())
                    .isEqualTo(
                            "SdkMessageProcessingStep %s (Close) has the id that Workflow %s (Close) of the solution Orders has"
                                            .formatted(id("Close"), id("Close"))
                                    + " in the environment: an id can't be used twice. Give the new one its own id.");
        });
    }

    @Test
    void anUpgradeThatDeletesTheOneFreesItsId() throws Exception {
        ImportResult result =
                rehearsal.imports(managed("Orders", "2.0.0.0").step("Close").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
    }

    private Path orders(String version, String... processes) throws Exception {
        return solution("Orders", version, processes);
    }

    private Path sales(String version, String... processes) throws Exception {
        return solution("Sales", version, processes);
    }

    private Path solution(String name, String version, String... processes) throws Exception {
        return managed(name, version)
                .section("Workflows", String.join("", processes))
                .zip(folder);
    }

    private static String action(String name, String uniqueName) {
        return process(name, says("Category", "3"), says("StateCode", "0"), says("UniqueName", uniqueName));
    }
}
