package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.form;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.Fragments.table;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Property;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform can't change of a component that is there: the data type of a column, the ends of a relationship. */
class ChangesInPlaceTest {

    private static final String COLUMN = "0x80041A06";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    static Stream<InPlaceRow> rows() {
        return InPlaceRow.all();
    }

    @Test
    void noRowIsForgotten() {
        Set<String> tested = rows().map(InPlaceRow::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = rows().map(InPlaceRow::type)
                .distinct()
                .flatMap(ChangesInPlaceTest::refused)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tested).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isRefusedAndLeavesTheEnvironmentAsItWas(InPlaceRow row) throws Exception {
        rehearsal.holding(orders(row, "1.0.0.0", row.before()));
        Path next = orders(row, "2.0.0.0", row.after());
        String environment = EnvironmentDump.everything(rehearsal.file());

        for (Action action : List.of(Action.UPGRADE, Action.UPDATE, Action.STAGE)) {
            ImportResult result = rehearsal.imports(next, options().action(action));

            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(codes(result.errors())).containsExactly(row.code());
            assertThat(result.errors().get(0).message())
                    .startsWith(row.type() + " ")
                    .contains("which the environment already has from the solution Orders, can't change"
                            + " its " + row.property()
                            + " from " + row.before() + " to " + row.after() + ". ");
            assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(environment);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatStaysAsItIsPasses(InPlaceRow row) throws Exception {
        rehearsal.holding(orders(row, "1.0.0.0", row.before()));

        ImportResult result = rehearsal.imports(orders(row, "2.0.0.0", row.before()));

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void aTableCanNotBecomeVirtual() throws Exception {
        String ownership = says("OwnershipTypeMask", "OrgOwned");
        rehearsal.holding(withTable("1.0.0.0", ownership));

        assertThat(rehearsal
                        .imports(withTable("2.0.0.0", ownership + says("DataProviderId", "{0}")))
                        .errors())
                .isEmpty();
        assertThat(rehearsal
                        .imports(withTable("3.0.0.0", ownership + says("DataProviderId", "odata")))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("its data provider from none to odata"));
    }

    @Test
    void theMessageNamesTheWayOut() throws Exception {
        rehearsal.holding(withColumn("1.0.0.0", "nvarchar"));

        ImportResult result = rehearsal.imports(withColumn("2.0.0.0", "int"));

        assertThat(result.errors().get(0).message())
                .endsWith("Give the new one another name; or first upgrade to a release without it, which"
                        + " deletes it with its data, and then to this one.");
    }

    @Test
    void theWayOutIsOne() throws Exception {
        rehearsal.holding(withColumn("1.0.0.0", "nvarchar"));
        Path without = managed("Orders", "2.0.0.0")
                .section("Entities", table("contoso_order", ""))
                .zip(folder);

        assertThat(rehearsal.imports(without).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.imports(withColumn("3.0.0.0", "int")).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void allAreReportedAtOnce() throws Exception {
        rehearsal.holding(managed("Orders", "1.0.0.0")
                .section("Entities", table("contoso_order", "", column("contoso_a", "int"), column("contoso_b", "int")))
                .zip(folder));

        ImportResult result = rehearsal.imports(managed("Orders", "2.0.0.0")
                .section("Entities", table("contoso_order", "", column("contoso_a", "bit"), column("contoso_b", "bit")))
                .zip(folder));

        assertThat(result.errors())
                .extracting(error -> error.component().orElseThrow().key())
                .containsExactly("contoso_order.contoso_a", "contoso_order.contoso_b");
    }

    @Test
    void anotherSolutionCanNotChangeItEither() throws Exception {
        rehearsal.holding(withColumn("1.0.0.0", "nvarchar"));

        ImportResult managed = rehearsal.imports(
                InPlaceRow.columnOfType(managed("Sales", "1.0.0.0"), "int").zip(folder));
        ImportResult unmanaged = rehearsal.imports(
                InPlaceRow.columnOfType(unmanaged("Mine", "1.0.0.0"), "int").zip(folder));

        assertThat(codes(managed.errors())).containsExactly(COLUMN);
        assertThat(codes(unmanaged.errors())).containsExactly(COLUMN);
    }

    @Test
    void aPatchCanNotChangeItEither() throws Exception {
        rehearsal.holding(withColumn("1.0.0.0", "nvarchar"));

        ImportResult patch = rehearsal.imports(
                InPlaceRow.columnOfType(managed("Orders_Patch", "1.0.1.0").patchOf("Orders"), "int")
                        .zip(folder));

        assertThat(codes(patch.errors())).containsExactly(COLUMN);
    }

    @Test
    void anotherSpellingOrNoMentionIsNoChange() throws Exception {
        rehearsal.holding(withColumn("1.0.0.0", "nvarchar"));

        assertThat(rehearsal.imports(withColumn("2.0.0.0", "NVarChar")).outcome())
                .isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.imports(withColumn("3.0.0.0", "")).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void aChoiceOfTheColumnCanNotBecomeOneOfAll() throws Exception {
        rehearsal.holding(withChoice(
                "1.0.0.0",
                "<optionset Name=\"contoso_order_contoso_color\"><OptionSetType>picklist</OptionSetType><IsGlobal>0</IsGlobal>"
                        + "</optionset>"));

        ImportResult result = rehearsal.imports(withChoice("2.0.0.0", says("OptionSetName", "contoso_color")));

        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("can't change its choice from contoso_order_contoso_color to contoso_color."));
    }

    @Test
    void aFormStaysWithItsTable() throws Exception {
        rehearsal.holding(managed("Orders", "1.0.0.0")
                .section("Entities", form("account", "Main", "<form>1</form>"))
                .zip(folder));

        ImportResult result = rehearsal.imports(managed("Orders", "2.0.0.0")
                .section("Entities", form("contact", "Main", "<form>2</form>"))
                .zip(folder));

        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("belongs to Entity account there and to Entity contact in the package: an id can't be used"
                        + " twice."));
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, mode = EnumSource.Mode.EXCLUDE, names = "INSTALL")
    void aVariableMayChangeItsTypeWithAWarning(Action action) throws Exception {
        rehearsal.holding(withVariable("1.0.0.0", "100000000"));

        ImportResult result = rehearsal.imports(
                withVariable("2.0.0.0", "100000001"), options().action(action));

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEmpty();
            assertThat(warning.message())
                    .startsWith("environmentvariabledefinition contoso_url")
                    .contains("changes its type from 100000000 to 100000001. Existing values may no longer be"
                            + " valid: check them after the import.");
        });
    }

    private static Stream<String> refused(String type) {
        return Property.of(ComponentType.named(type)).stream()
                .filter(property -> property.change() == Property.Change.REFUSED)
                .map(property -> property.name() + " of " + type);
    }

    private Path orders(InPlaceRow row, String version, String value) throws Exception {
        return row.saying().apply(managed("Orders", version), value).zip(folder);
    }

    private Path withTable(String version, String says) throws Exception {
        return managed("Orders", version)
                .section("Entities", table("contoso_order", says))
                .zip(folder);
    }

    private Path withColumn(String version, String type) throws Exception {
        return InPlaceRow.columnOfType(managed("Orders", version), type).zip(folder);
    }

    private Path withChoice(String version, String says) throws Exception {
        return managed("Orders", version)
                .section("Entities", table("contoso_order", "", column("contoso_color", "picklist", says)))
                .zip(folder);
    }

    private Path withVariable(String version, String type) throws Exception {
        return managed("Orders", version)
                .file(
                        "environmentvariabledefinitions/contoso_Url/environmentvariabledefinition.xml",
                        "<environmentvariabledefinition schemaname=\"contoso_Url\">" + says("type", type)
                                + "</environmentvariabledefinition>")
                .zip(folder);
    }
}
