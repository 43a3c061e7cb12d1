package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change is hidden when the environment shows the same with it and without it, and names the layer that shows instead. */
class HiddenChangesTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder);
    }

    @Nested
    class OfAForm {

        private final ComponentKey form = new ComponentKey(ComponentType.SYSTEM_FORM, id("main"));

        @BeforeEach
        void thatTheUserHasRelabelled() throws Exception {
            rehearsal.holding(form(managed("Base", "1.0"), "Fax", "street"));
            rehearsal.holding(form(unmanaged("Mine", "1.0"), "My fax", "street"));
        }

        @Test
        void aNewControlShows() throws Exception {
            assertThat(hiddenBy(form, form(managed("Base", "2.0"), "Fax", "street", "city")))
                    .isEmpty();
            assertThat(Shown.of(rehearsal, form)).contains("My fax", "\"city\"");
        }

        @Test
        void aControlThatTheNewVersionDropsIsGone() throws Exception {
            assertThat(hiddenBy(form, form(managed("Base", "2.0"), "Fax"))).isEmpty();
            assertThat(Shown.of(rehearsal, form)).contains("My fax").doesNotContain("\"street\"");
        }

        @Test
        void theLabelThatTheUserChangedIsTheUsers() throws Exception {
            assertThat(hiddenBy(form, form(managed("Base", "2.0"), "Telefax", "street")))
                    .contains("Active");
            assertThat(Shown.of(rehearsal, form)).contains("My fax").doesNotContain("Telefax");
        }

        @Test
        void theLabelAndANewControlShowInPart() throws Exception {
            assertThat(hiddenBy(form, form(managed("Base", "2.0"), "Telefax", "street", "city")))
                    .isEmpty();
        }

        @Test
        void whatTheUserRemovedStaysHidden() throws Exception {
            rehearsal.holding(form(unmanaged("Mine", "1.1"), "My fax"));

            assertThat(hiddenBy(form, form(managed("Base", "2.0"), "Fax", "street\" disabled=\"true")))
                    .contains("Active");
            assertThat(Shown.of(rehearsal, form)).doesNotContain("\"street\"");
        }

        private Path form(PackageBuilder solution, String label, String... cells) throws Exception {
            StringBuilder rows = new StringBuilder();
            for (String cell : cells) {
                rows.append("<cell id=\"%s\"/>".formatted(cell));
            }
            return solution.section(
                            "Dashboards",
                            """
                            <Dashboard><FormId>{%s}</FormId><form><tabs><tab id="t"><columns><column><sections><section id="s">\
                            <labels><label description="%s" languagecode="1033"/></labels><rows><row>%s</row></rows></section>\
                            </sections></column></columns></tab></tabs></form></Dashboard>
                            """
                                    .formatted(form.key(), label, rows))
                    .zip(folder);
        }
    }

    @Nested
    class OfAChoice {

        private final ComponentKey size = new ComponentKey(ComponentType.OPTION_SET, "contoso_size");

        @BeforeEach
        void thatAnotherSolutionHasToo() throws Exception {
            rehearsal.holding(choice("Base", "1.0", option(1, "Small") + option(2, "Large")));
            rehearsal.holding(choice("Partner", "1.0", option(2, "Grande")));
        }

        @Test
        void aNewValueShows() throws Exception {
            assertThat(hiddenBy(
                            size, choice("Base", "2.0", option(1, "Small") + option(2, "Large") + option(3, "Huge"))))
                    .isEmpty();
        }

        @Test
        void aLabelThatOnlyTheSolutionHasShows() throws Exception {
            assertThat(hiddenBy(size, choice("Base", "2.0", option(1, "Tiny") + option(2, "Large"))))
                    .isEmpty();
        }

        @Test
        void aLabelThatTheLayerAboveHasTooIsHidden() throws Exception {
            assertThat(hiddenBy(size, choice("Base", "2.0", option(1, "Small") + option(2, "Big"))))
                    .contains("Partner");
            assertThat(Shown.values(rehearsal, size)).contains("2=Grande");
        }

        @Test
        void aValueThatTheLayerAboveHasTooIsDroppedUnseen() throws Exception {
            assertThat(hiddenBy(size, choice("Base", "2.0", option(1, "Small"))))
                    .contains("Partner");
            assertThat(Shown.values(rehearsal, size)).contains("2=Grande");
        }

        @Test
        void aValueThatOnlyTheSolutionHasIsSeenToGo() throws Exception {
            assertThat(hiddenBy(size, choice("Base", "2.0", option(2, "Large"))))
                    .isEmpty();
        }

        @Test
        void allValuesThatAreDroppedAreSeenToGo() throws Exception {
            assertThat(hiddenBy(size, choice("Base", "2.0", ""))).isEmpty();
            assertThat(Shown.values(rehearsal, size)).containsExactly("2=Grande");
        }

        @Test
        void anUpdateThatKeepsTheValuesItDropsChangesNothingThatShows() throws Exception {
            rehearsal.imports(choice("Base", "1.1", option(2, "Large") + option(1, "Small")));

            assertThat(hiddenBy(
                            size,
                            choice("Base", "2.0", option(2, "Big")),
                            options().action(Action.UPDATE)))
                    .contains("Partner");
        }

        private Path choice(String solution, String version, String options) throws Exception {
            return managed(solution, version)
                    .section(
                            "optionsets",
                            """
                            <optionset Name="contoso_size"><OptionSetType>picklist</OptionSetType><IsGlobal>1</IsGlobal>\
                            <options>%s</options></optionset>
                            """
                                    .formatted(options))
                    .zip(folder);
        }

        private static String option(int value, String label) {
            return "<option value=\"%d\"><labels><label description=\"%s\" languagecode=\"1033\"/></labels></option>"
                    .formatted(value, label);
        }
    }

    @Nested
    class OfASiteMap {

        private final ComponentKey map = new ComponentKey(ComponentType.SITE_MAP, "contoso_map");

        @BeforeEach
        void thatTheUserExtended() throws Exception {
            rehearsal.holding(map(managed("Base", "1.0"), "<SubArea Id=\"a\" Icon=\"1\"/>"));
            rehearsal.holding(map(unmanaged("Mine", "1.0"), "<SubArea Id=\"a\" Icon=\"mine\"/><SubArea Id=\"mine\"/>"));
        }

        @Test
        void aNewSubAreaShows() throws Exception {
            assertThat(hiddenBy(map, map(managed("Base", "2.0"), "<SubArea Id=\"a\" Icon=\"1\"/><SubArea Id=\"b\"/>")))
                    .isEmpty();
            assertThat(Shown.of(rehearsal, map)).contains("\"b\"", "Id=\"mine\"", "Icon=\"mine\"");
        }

        @Test
        void anIconThatTheUserChangedIsHidden() throws Exception {
            assertThat(hiddenBy(map, map(managed("Base", "2.0"), "<SubArea Id=\"a\" Icon=\"2\"/>")))
                    .contains("Active");
        }

        private Path map(PackageBuilder solution, String subAreas) throws Exception {
            return solution.section(
                            "AppModuleSiteMaps",
                            """
                            <AppModuleSiteMap><SiteMapUniqueName>contoso_map</SiteMapUniqueName><SiteMap><Area Id="A">\
                            <Group Id="G">%s</Group></Area></SiteMap></AppModuleSiteMap>
                            """
                                    .formatted(subAreas))
                    .zip(folder);
        }
    }

    @Nested
    class OfOtherTypes {

        private static final String SCRIPT = "contoso_/a.js";
        private final ComponentKey script = new ComponentKey(ComponentType.WEB_RESOURCE, SCRIPT);

        @Test
        void theTopLayerCoversAllOfIt() throws Exception {
            rehearsal.holding(managed("Base", "1.0").webResource(SCRIPT, "a").zip(folder));
            rehearsal.holding(managed("Partner", "1.0").webResource(SCRIPT, "b").zip(folder));

            Path next = managed("Base", "2.0").webResource(SCRIPT, "c").zip(folder);
            assertThat(hiddenBy(script, next)).contains("Partner");
            assertThat(rehearsal.shown(SCRIPT)).isEqualTo("b");
        }

        @Test
        void whatIsUnchangedIsNotHiddenEither() throws Exception {
            rehearsal.holding(managed("Base", "1.0").webResource(SCRIPT, "a").zip(folder));
            rehearsal.holding(managed("Partner", "1.0").webResource(SCRIPT, "b").zip(folder));

            Path next = managed("Base", "2.0").webResource(SCRIPT, "a").zip(folder);
            assertThat(hiddenBy(script, next)).isEmpty();
        }
    }

    private Optional<String> hiddenBy(ComponentKey key, Path next) throws Exception {
        return hiddenBy(key, next, options());
    }

    /** What the plan says; what the import then changes agrees with it. */
    private Optional<String> hiddenBy(ComponentKey key, Path next, ImportOptionsBuilder options) throws Exception {
        Map<ComponentKey, String> before = Shown.all(rehearsal);
        PlanResult plan = rehearsal.plans(options, next).get(0);
        ComponentChange planned = plan.changes().stream()
                .filter(change -> change.key().equals(key))
                .findFirst()
                .orElseThrow();
        rehearsal.imports(next, options);

        assertThat(Shown.of(rehearsal, key).equals(before.get(key)))
                .as("shows the same")
                .isEqualTo(planned.change() == Change.UNCHANGED
                        || planned.hiddenBy().isPresent());
        return planned.hiddenBy();
    }
}
