package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentChange.LostValue;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of choices: an update adds to them, only an upgrade takes some away, and says which. */
class ChoiceValuesTest {

    private static final ComponentKey SIZE = new ComponentKey(ComponentType.OPTION_SET, "contoso_size");
    private static final ComponentKey GRADE = new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.contoso_grade");
    private static final LostValue LARGE = new LostValue("2", "Large");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void aChoiceOfASolution() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(orders("1.0", "1=Small", "2=Large"));
    }

    @Test
    void anUpdateKeepsWhatItNoLongerBrings() throws Exception {
        Path next = orders("2.0", "1=Tiny", "3=Huge");

        assertThat(lost(plan(next, update()), SIZE)).isEmpty();
        assertThat(rehearsal.imports(next, update()).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(values()).containsExactly("1=Tiny", "3=Huge", "2=Large");
    }

    @Test
    void anUpdateKeepsAllWhereItBringsNone() throws Exception {
        rehearsal.imports(orders("2.0"), update());

        assertThat(values()).containsExactly("1=Small", "2=Large");
    }

    @Test
    void anUnmanagedSolutionTakesNoneAway() throws Exception {
        rehearsal.holding(
                choice(unmanaged("Mine", "1.0"), "8=Mine", "9=Also mine").zip(folder),
                choice(unmanaged("Mine", "1.1"), "8=My own").zip(folder));

        assertThat(values()).containsExactlyInAnyOrder("1=Small", "2=Large", "8=My own", "9=Also mine");
    }

    @Test
    void theSameUpdateAgainChangesNothing() throws Exception {
        Path next = orders("2.0", "1=Small");
        rehearsal.imports(next, update());
        ImportResult again = rehearsal.imports(next, update().sameVersion(SameVersion.IMPORT));

        assertThat(again.count(Change.UNCHANGED)).isEqualTo(again.components().size());
        assertThat(values()).containsExactly("1=Small", "2=Large");
    }

    @Test
    void anUpgradeLosesItAndSaysWhat() throws Exception {
        Path next = orders("2.0", "1=Tiny", "3=Huge");

        assertThat(lost(plan(next, options()), SIZE)).containsExactly(LARGE);
        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(values()).containsExactly("1=Tiny", "3=Huge");
    }

    @Test
    void anUpgradeLosesWhatAnUpdateKeptThoughThePackageSaysTheSame() throws Exception {
        rehearsal.imports(orders("2.0", "1=Small"), update());
        Path next = orders("3.0", "1=Small");

        assertThat(lost(plan(next, options()), SIZE)).containsExactly(LARGE);
        rehearsal.imports(next);
        assertThat(values()).containsExactly("1=Small");
    }

    @Test
    void anUpgradeMayLoseAllOfThem() throws Exception {
        Path next = orders("2.0");

        assertThat(lost(plan(next, options()), SIZE)).containsExactly(new LostValue("1", "Small"), LARGE);
        rehearsal.imports(next);
        assertThat(values()).isEmpty();
    }

    @Test
    void whatAPatchAddedGoesWithThePatch() throws Exception {
        rehearsal.holding(choice(managed("Orders_Patch", "1.0.1").patchOf("Orders"), "1=Small", "3=Huge")
                .zip(folder));
        assertThat(values()).containsExactly("1=Small", "2=Large", "3=Huge");
        Path next = orders("2.0", "1=Small", "2=Large");

        assertThat(lost(plan(next, options()), SIZE)).containsExactly(new LostValue("3", "Huge"));
        rehearsal.imports(next);
        assertThat(values()).containsExactly("1=Small", "2=Large");
    }

    @Test
    void thoseOfAllSolutionsUnite() throws Exception {
        rehearsal.holding(
                choice(managed("Partner", "1.0"), "2=Grande", "7=Other").zip(folder));

        assertThat(values()).containsExactlyInAnyOrder("1=Small", "2=Grande", "7=Other");
    }

    @Test
    void whatAnotherSolutionHasIsNotLost() throws Exception {
        rehearsal.holding(choice(managed("Partner", "1.0"), "2=Grande").zip(folder));
        Path next = orders("2.0", "3=Huge");

        assertThat(lost(plan(next, options()), SIZE)).containsExactly(new LostValue("1", "Small"));
        rehearsal.imports(next);
        assertThat(values()).containsExactlyInAnyOrder("2=Grande", "3=Huge");
    }

    @Test
    void aSolutionThatNoLongerHasTheChoiceTakesItsOwnValuesAlong() throws Exception {
        rehearsal.holding(
                choice(managed("Partner", "1.0"), "2=Grande", "7=Other").zip(folder));
        Path next = managed("Partner", "2.0").webResource("contoso_/a.js", "a").zip(folder);

        assertThat(lost(plan(next, options()), SIZE)).containsExactly(new LostValue("7", "Other"));
        rehearsal.imports(next);
        assertThat(values()).containsExactly("1=Small", "2=Large");
    }

    @Test
    void aColumnsOwnAreNoDifferent() throws Exception {
        rehearsal = Rehearsal.at(folder.resolve("column.db"));
        rehearsal.holding(column("1.0", "1=Low", "2=Large"));

        rehearsal.imports(column("2.0", "1=Low", "3=Huge"), update());
        assertThat(Shown.values(rehearsal, GRADE)).containsExactly("1=Low", "3=Huge", "2=Large");
        Path next = column("3.0", "3=Huge");
        assertThat(lost(plan(next, options()), GRADE)).containsExactly(new LostValue("1", "Low"), LARGE);
        rehearsal.imports(next);
        assertThat(Shown.values(rehearsal, GRADE)).containsExactly("3=Huge");
    }

    @Test
    void aStagedUpgradeLosesThemWhenItIsApplied() throws Exception {
        Path next = orders("2.0", "1=Small");
        assertThat(lost(plan(next, options().action(Action.STAGE)), SIZE)).containsExactly(LARGE);
        rehearsal.stages(next);
        assertThat(values()).contains("2=Large");

        assertThat(lost(plan(Rehearsal.applying("Orders")), SIZE)).containsExactly(LARGE);
        rehearsal.applies("Orders");
        assertThat(values()).containsExactly("1=Small");
    }

    @Test
    void aValueThatAPackageHasTwiceIsOne() throws Exception {
        Path next = orders("2.0", "1=Small", "1=Small");

        assertThat(lost(plan(next, options()), SIZE)).containsExactly(LARGE);
        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    private List<String> values() {
        return Shown.values(rehearsal, SIZE);
    }

    private static ImportOptionsBuilder update() {
        return options().action(Action.UPDATE);
    }

    private PlanResult plan(Path next, ImportOptionsBuilder options) throws Exception {
        return plan(Rehearsal.importing(next, options));
    }

    private PlanResult plan(OperationRequest request) throws Exception {
        return rehearsal.plans(request).get(0);
    }

    private static List<LostValue> lost(PlanResult plan, ComponentKey choice) {
        assertThat(plan.errors()).isEmpty();
        return plan.changes().stream()
                .filter(change -> change.key().equals(choice))
                .map(ComponentChange::values)
                .findFirst()
                .orElseThrow();
    }

    private Path orders(String version, String... values) throws Exception {
        return choice(managed("Orders", version), values).zip(folder);
    }

    private static PackageBuilder choice(PackageBuilder solution, String... values) {
        return solution.section(
                "optionsets",
                """
                <optionset Name="contoso_size" localizedName="Size"><OptionSetType>picklist</OptionSetType>\
                <IsGlobal>1</IsGlobal><options>%s</options></optionset>
                """
                        .formatted(written(values)));
    }

    private Path column(String version, String... values) throws Exception {
        return managed("Grades", version)
                .section(
                        "Entities",
                        """
                        <Entity><Name>contoso_order</Name><EntityInfo><entity Name="contoso_order"><attributes>\
                        <attribute PhysicalName="contoso_grade"><Type>picklist</Type><LogicalName>contoso_grade</LogicalName>\
                        <optionset Name="contoso_order_contoso_grade"><OptionSetType>picklist</OptionSetType><IsGlobal>0</IsGlobal>\
                        <options>%s</options></optionset></attribute></attributes></entity></EntityInfo></Entity>
                        """
                                .formatted(written(values)))
                .zip(folder);
    }

    private static String written(String... values) {
        return Arrays.stream(values)
                .map(value -> value.split("="))
                .map(value ->
                        """
                        <option value="%s"><labels><label description="%s" languagecode="1033"/></labels></option>\
                        """
                                .formatted((Object[]) value))
                .collect(Collectors.joining());
    }
}
