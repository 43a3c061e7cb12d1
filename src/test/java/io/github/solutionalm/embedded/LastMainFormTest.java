package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table has a main form as long as it is there. */
class LastMainFormTest {

    private static final String TABLE = "contoso_order";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void aTableWithOneMainForm() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(orders("1.0").mainForm(TABLE, "main").zip(folder));
    }

    @Test
    void theLastOneCannotBeDeleted() throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());
        ImportResult result = rehearsal.imports(orders("2.0").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x8004F01D", "0x8004F654");
        assertThat(result.errors().get(1).message()).contains(id("main"));
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    @Test
    void norCanAllOfThem() throws Exception {
        rehearsal.imports(
                orders("2.0").mainForm(TABLE, "main").mainForm(TABLE, "second").zip(folder));
        ImportResult result = rehearsal.imports(orders("3.0").zip(folder));

        assertThat(codes(result.errors())).containsExactly("0x8004F01D", "0x8004F654", "0x8004F654");
    }

    @Test
    void oneThatComesTakesItsPlace() throws Exception {
        upgrades(orders("2.0").mainForm(TABLE, "second"));
    }

    @Test
    void oneThatTheSolutionStillHasIsEnough() throws Exception {
        rehearsal.imports(
                orders("2.0").mainForm(TABLE, "main").mainForm(TABLE, "second").zip(folder));

        upgrades(orders("3.0").mainForm(TABLE, "second"));
    }

    @Test
    void soIsOneOfAnotherSolution() throws Exception {
        rehearsal.holding(managed("Partner", "1.0").mainForm(TABLE, "partner").zip(folder));

        upgrades(orders("2.0"));
    }

    @Test
    void andOneOfTheUsersOwn() throws Exception {
        rehearsal.holding(unmanaged("Mine", "1.0").mainForm(TABLE, "mine").zip(folder));

        upgrades(orders("2.0"));
    }

    @Test
    void aQuickFormIsNoMainForm() throws Exception {
        rehearsal.holding(managed("Partner", "1.0")
                .section(
                        "Entities",
                        """
                        <Entity><Name>contoso_order</Name><FormXml><forms type="quick"><systemform><formid>{%s}</formid>\
                        <form/></systemform></forms></FormXml></Entity>
                        """
                                .formatted(id("quick")))
                .zip(folder));

        assertThat(codes(rehearsal.imports(orders("2.0").zip(folder)).errors())).contains("0x8004F654");
    }

    @Test
    void withItsTableItGoes() throws Exception {
        upgrades(managed("Orders", "2.0").webResource("contoso_/a.js", "a"));
    }

    @Test
    void ofATableOfThePlatformOthersAreThere() throws Exception {
        rehearsal.holding(managed("Sales", "1.0").mainForm("account", "sales").zip(folder));

        assertThat(rehearsal
                        .imports(managed("Sales", "2.0")
                                .webResource("contoso_/a.js", "a")
                                .zip(folder))
                        .outcome())
                .isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.component(SYSTEM_FORM, id("sales"))).isEmpty();
    }

    private void upgrades(PackageBuilder next) throws Exception {
        assertThat(rehearsal.imports(next.zip(folder)).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.component(SYSTEM_FORM, id("main"))).isEmpty();
    }

    private static PackageBuilder orders(String version) {
        return managed("Orders", version).column(TABLE, "contoso_fax", "Fax");
    }
}
