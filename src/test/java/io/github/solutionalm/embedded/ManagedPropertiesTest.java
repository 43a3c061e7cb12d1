package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.Fragments.table;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
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

/** What the publisher of a managed component allows others; contoso's column is closed to them, its other one is open. */
class ManagedPropertiesTest {

    private static final String CLOSED = "contoso_closed";
    private static final String OPEN = "contoso_open";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(managed("Orders", "1.0.0.0")
                .section(
                        "Entities",
                        table("contoso_order", "", closed("10"), open("10", says("CanModifyAdditionalSettings", "1"))))
                .zip(folder));
    }

    @Test
    void anotherPublisherCanNotCustomizeWhatIsClosed() throws Exception {
        ImportResult result = rehearsal.imports(others("1.0.0.0", closed("20")));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x8004F026");
        assertThat(result.errors().get(0).message())
                .isEqualTo("Attribute contoso_order.contoso_closed, which the environment already has from the"
                        + " solution Orders, is not customizable (IsCustomizable is 0). Remove it from"
                        + " the package, or ask the publisher contoso for a version that allows it.");
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, mode = EnumSource.Mode.EXCLUDE, names = "INSTALL")
    void norWithALaterVersion(Action action) throws Exception {
        rehearsal.holding(others("1.0.0.0", open("20")));
        String environment = EnvironmentDump.everything(rehearsal.file());

        ImportResult result = rehearsal.imports(
                others("2.0.0.0", open("20"), closed("20")), options().action(action));

        assertThat(codes(result.errors())).containsExactly("0x8004F026");
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(environment);
    }

    @Test
    void norDoesAnUnmanagedPackageWhoseeverItIs() throws Exception {
        assertThat(codes(rehearsal
                        .imports(unmanaged("Mine", "1.0.0.0")
                                .section("Entities", table("contoso_order", "", closed("20")))
                                .zip(folder))
                        .errors()))
                .containsExactly("0x8004F026");
    }

    @Test
    void whatIsOpenMayBeCustomized() throws Exception {
        assertThat(rehearsal.imports(others("1.0.0.0", open("20"))).outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(rehearsal
                        .imports(unmanaged("Mine", "1.0.0.0")
                                .section("Entities", table("contoso_order", "", open("30")))
                                .zip(folder))
                        .outcome())
                .isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void whatStaysAsItIsIsNotCustomized() throws Exception {
        assertThat(rehearsal.imports(others("1.0.0.0", closed("10"))).errors()).isEmpty();
    }

    @Test
    void theOwnPublisherMayInEverySolution() throws Exception {
        assertThat(rehearsal
                        .imports(managed("Sales", "1.0.0.0")
                                .section("Entities", table("contoso_order", "", closed("20")))
                                .zip(folder))
                        .outcome())
                .isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void anotherPublisherCanNotChangeAManagedProperty() throws Exception {
        ImportResult result =
                rehearsal.imports(others("1.0.0.0", open("10", says("CanModifyAdditionalSettings", "0"))));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x8004F031");
        assertThat(result.errors().get(0).message())
                .contains("has the managed property CanModifyAdditionalSettings = 1 and the package sets it to 0."
                        + " Only the publisher contoso may change it. Leave the property unchanged.");
    }

    @Test
    void theOwnPublisherMayChangeOne() throws Exception {
        ImportResult result = rehearsal.imports(managed("Orders", "2.0.0.0")
                .section(
                        "Entities",
                        table(
                                "contoso_order",
                                "",
                                column(CLOSED, "int", says("IsCustomizable", "1")),
                                open("10", says("CanModifyAdditionalSettings", "0"))))
                .zip(folder));

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void allIsReportedAtOnce() throws Exception {
        ImportResult result = rehearsal.imports(others(
                "1.0.0.0",
                column(CLOSED, "int", says("IsCustomizable", "1")),
                open("10", says("CanModifyAdditionalSettings", "0"))));

        assertThat(codes(result.errors())).containsExactly("0x8004F026", "0x8004F031", "0x8004F031");
    }

    /** A solution that customizes it says what it was exported with, and is not the one that allows. */
    @Test
    void ofThePlatformsComponentsNoSolutionIsThePublisher() throws Exception {
        rehearsal.holding(managed("Accounts", "1.0.0.0")
                .section("Entities", table("account", "", column("name", "nvarchar", says("IsCustomizable", "0"))))
                .zip(folder));

        ImportResult result = rehearsal.imports(managed("Fabrikam", "1.0.0.0")
                .publisher("fabrikam")
                .section("Entities", table("account", "", column("name", "nvarchar", says("IsCustomizable", "1"))))
                .zip(folder));

        assertThat(rehearsal.layers(ATTRIBUTE, "account.name")).startsWith("System");
        assertThat(result.errors()).isEmpty();
    }

    private Path others(String version, String... columns) throws Exception {
        return managed("Fabrikam", version)
                .publisher("fabrikam")
                .section("Entities", table("contoso_order", "", columns))
                .zip(folder);
    }

    private static String closed(String length) {
        return column(CLOSED, "int", says("MaxLength", length), says("IsCustomizable", "0"));
    }

    private static String open(String length, String... says) {
        return column(OPEN, "int", says("MaxLength", length), says("IsCustomizable", "1"), String.join("", says));
    }
}
