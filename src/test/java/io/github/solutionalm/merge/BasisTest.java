package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Layer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A full definition counts as what a maker has changed of its basis, which is what showed when it came. */
class BasisTest {

    private static final String STREET = "<cell id=\"street\"></cell>";
    private static final String CITY = "<cell id=\"city\"></cell>";
    private static final String TEXT = "<cell id=\"text\"></cell>";
    private static final String MORE = "<cell id=\"more\"></cell>";

    @Nested
    class OfAForm {

        private static final String BASE = form(section("address", STREET + CITY), section("notes", TEXT));

        @Test
        void whatTheMakerLeftFollowsTheLayersBelow() {
            String next = form(section("notes", TEXT + MORE), section("address", CITY));

            assertThat(shown(next, BASE)).isEqualTo(next);
        }

        @Test
        void whatTheMakerRemovedIsGoneWhereverItIsNow() {
            String mine = form(section("notes", TEXT));
            String next = form(section("address", STREET + MORE), section("notes", TEXT + CITY));

            assertThat(shown(BASE, mine)).isEqualTo(mine);
            assertThat(shown(next, mine)).isEqualTo(mine);
        }

        @Test
        void whatTheMakerMovedStandsThereAndIsOtherwiseThatOfTheLayersBelow() {
            String mine = form(section("address", STREET), section("notes", CITY + TEXT));
            String next = form(
                    section("address", STREET + "<cell a=\"1\" id=\"city\"></cell>"), section("notes", TEXT + MORE));

            assertThat(shown(next, mine))
                    .isEqualTo(form(
                            section("address", STREET),
                            section("notes", "<cell a=\"1\" id=\"city\"></cell>" + TEXT + "</row><row>" + MORE)));
        }

        @Test
        void aSectionThatTheMakerMovedHasWhatTheLayersBelowPutThere() {
            String mine = form(section("notes", TEXT), section("address", STREET + CITY))
                    .replace("</sections></column>", "</sections></column><column><sections></sections></column>");
            String moved = mine.replace(section("address", STREET + CITY), "")
                    .replace("<sections></sections>", "<sections>" + section("address", STREET + CITY) + "</sections>");
            String next = form(section("address", CITY + MORE), section("notes", TEXT));

            assertThat(shown(BASE, moved)).isEqualTo(moved);
            assertThat(shown(next, moved)).isEqualTo(moved.replace(STREET + CITY, CITY + MORE));
        }

        @Test
        void ofAnElementOnlyTheAttributesCountThatTheMakerChanged() {
            String cell = form(section("notes", "<cell %s id=\"text\"></cell>"));

            Merging layers = over(cell.formatted("a=\"new\" b=\"1\" c=\"1\""))
                    .layer(
                            Layer.ACTIVE,
                            cell.formatted("a=\"old\" b=\"2\""),
                            cell.formatted("a=\"old\" b=\"1\" c=\"1\""));

            assertThat(layers.xml()).isEqualTo(cell.formatted("a=\"new\" b=\"2\""));
        }

        @Test
        void aTextThatTheMakerChangedOrTookAwayIsTheMakers() {
            String texts = "<form><a>%s</a><b>%s</b><c>%s</c></form>";

            Merging layers = over(texts.formatted("new", "new", "new"))
                    .layer(Layer.ACTIVE, texts.formatted("mine", "", "old"), texts.formatted("old", "old", "old"));

            assertThat(layers.xml()).isEqualTo(texts.formatted("mine", "", "new"));
        }

        @Test
        void theOrderThatTheMakerGaveIsKept() {
            String mine = form(section("notes", TEXT), section("address", STREET + CITY));
            String next = form(section("address", STREET + CITY), section("map", MORE), section("notes", TEXT));

            assertThat(shown(next, mine))
                    .isEqualTo(form(section("notes", TEXT), section("address", STREET + CITY), section("map", MORE)));
        }

        @Test
        void rowsAreThoseOfTheMakerWhereTheMakerChangedThem() {
            String oneRow = form(section("address", STREET + CITY));
            String twoRows = oneRow.replace("</cell><cell", "</cell></row><row><cell");

            assertThat(over(oneRow).layer(Layer.ACTIVE, twoRows, oneRow).xml()).isEqualTo(twoRows);
            assertThat(over(twoRows).layer(Layer.ACTIVE, oneRow, twoRows).xml()).isEqualTo(oneRow);
            assertThat(over(twoRows).layer(Layer.ACTIVE, oneRow, oneRow).xml()).isEqualTo(twoRows);
        }

        @Test
        void whatTheMakerPutIntoASectionThatIsGoneStandsInTheConflictsTab() {
            Merging layers = over(form(section("address", STREET + CITY)))
                    .layer(Layer.ACTIVE, form(section("address", STREET + CITY), section("notes", TEXT + MORE)), BASE);

            assertThat(layers.xml()).contains(MORE).doesNotContain(TEXT, "\"notes\"");
            assertThat(layers.conflicts()).containsExactly("PARENT_GONE cell more:  / Active");
        }

        @Test
        void aChangeOfWhatIsGoneIsReportedAndHasNoEffect() {
            String next = form(section("address", STREET), section("notes", TEXT));
            Merging layers = over(next).layer(Layer.ACTIVE, BASE.replace("id=\"city\"", "a=\"1\" id=\"city\""), BASE);

            assertThat(layers.xml()).isEqualTo(next);
            assertThat(layers.conflicts()).containsExactly("TARGET_GONE cell city:  / Active");
        }

        @Test
        void whatTheMakerRemovedWithItsSectionIsNoConflictButWhatOthersPutThereSinceIs() {
            String mine = form(section("address", STREET + CITY));
            String added =
                    """
                    <form><tabs><tab id="t" ordinalvalue="0"><columns><column id="0"><sections>
                    <section id="notes" ordinalvalue="1"><rows><row>
                    <cell id="%s" ordinalvalue="10002" solutionaction="Added"></cell></row></rows></section>
                    </sections></column></columns></tab></tabs></form>
                    """;
            Merging below = over(BASE).layer("Extension", added.formatted("more"));
            String basis = below.xml();

            Merging layers = below.layer("Second", added.formatted("later")).layer(Layer.ACTIVE, mine, basis);

            assertThat(layers.xml()).doesNotContain("\"more\"", "\"notes\"").contains("\"later\"");
            assertThat(layers.conflicts()).contains("PARENT_GONE cell later: Second / Active");
        }

        @Test
        void aPlaceThatTheMakerFoundForWhatStoodInTheConflictsTabSettlesIt() {
            String added =
                    """
                    <form><tabs><tab id="t" ordinalvalue="0"><columns><column id="0"><sections>
                    <section id="%s" ordinalvalue="0"><rows><row>
                    <cell id="more" ordinalvalue="10005" solutionaction="Added"></cell></row></rows></section>
                    </sections></column></columns></tab></tabs></form>
                    """;
            Merging layers =
                    over(BASE).layer("Extension", added.formatted("address")).layer("Second", added.formatted("notes"));
            String basis = layers.xml();
            String mine = form(section("address", STREET + CITY), section("notes", TEXT + MORE));

            assertThat(basis).contains("Conflicts Tab");
            assertThat(layers.layer(Layer.ACTIVE, mine, basis).xml()).isEqualTo(mine);
            assertThat(layers.conflicts()).isEmpty();
        }

        private static String shown(String below, String mine) {
            return over(below).layer(Layer.ACTIVE, mine, BASE).xml();
        }

        private static Merging over(String below) {
            return Merging.of(ComponentType.SYSTEM_FORM).layer("Base", below);
        }

        private static String form(String... sections) {
            return "<form><tabs><tab id=\"t\"><columns><column><sections>" + String.join("", sections)
                    + "</sections></column></columns></tab></tabs></form>";
        }

        private static String section(String id, String cells) {
            return "<section id=\"" + id + "\"><rows><row>" + cells + "</row></rows></section>";
        }
    }

    @Nested
    class OfOtherTypes {

        @Test
        void whatTheMakerAddsOrChangesInASiteMapStaysWithoutWhatItStoodBeside() {
            String base = siteMap("<SubArea Id=\"a\"></SubArea><SubArea Icon=\"1\" Id=\"b\"></SubArea>");
            String mine = siteMap("<SubArea Id=\"a\"></SubArea><SubArea Id=\"mine\"></SubArea>"
                    + "<SubArea Icon=\"2\" Id=\"b\"></SubArea>");

            assertThat(Merging.of(ComponentType.SITE_MAP)
                            .layer("Base", "<SiteMap></SiteMap>")
                            .layer(Layer.ACTIVE, mine, base)
                            .xml())
                    .isEqualTo(siteMap("<SubArea Id=\"mine\"></SubArea><SubArea Icon=\"2\" Id=\"b\"></SubArea>"));
        }

        @Test
        void aCommandOfARibbonIsTheMakersAsAWhole() {
            String ribbon =
                    "<RibbonDiffXml><CommandDefinitions><CommandDefinition Id=\"c\"><A a=\"%s\"></A><B b=\"%s\"></B>"
                            + "</CommandDefinition></CommandDefinitions></RibbonDiffXml>";

            assertThat(Merging.of(ComponentType.RIBBON_CUSTOMIZATION)
                            .layer("Base", ribbon.formatted("new", "new"))
                            .layer(Layer.ACTIVE, ribbon.formatted("mine", "old"), ribbon.formatted("old", "old"))
                            .xml())
                    .isEqualTo(ribbon.formatted("mine", "old"));
        }

        @Test
        void aRoleThatTheMakerTookFromAnAppIsGone() {
            String app = "<AppModule><AppModuleRoleMaps>%s</AppModuleRoleMaps></AppModule>";
            String seller = "<Role id=\"{1}\"></Role>";
            String buyer = "<Role id=\"{2}\"></Role>";

            assertThat(Merging.of(ComponentType.APP_MODULE)
                            .layer("Base", app.formatted(seller + buyer))
                            .layer(Layer.ACTIVE, app.formatted(buyer), app.formatted(seller + buyer))
                            .xml())
                    .isEqualTo(app.formatted(buyer));
        }

        @Test
        void optionsUniteWhateverLayBelow() {
            String options = "<optionset><options>%s</options></optionset>";
            String one = "<option value=\"1\"></option>";
            String two = "<option value=\"2\"></option>";

            assertThat(Merging.of(ComponentType.OPTION_SET)
                            .layer("Base", options.formatted(one + two))
                            .layer(Layer.ACTIVE, options.formatted(one), options.formatted(one + two))
                            .xml())
                    .isEqualTo(options.formatted(one + two));
        }

        private static String siteMap(String subAreas) {
            return "<SiteMap><Area Id=\"A\"><Group Id=\"G\" Title=\"g\">" + subAreas + "</Group></Area></SiteMap>";
        }
    }

    @Nested
    class PlaysNoRole {

        private static final String SITE_MAP = "<SiteMap><Area Id=\"a\"></Area></SiteMap>";

        @Test
        void forADifference() {
            assertThat(Merging.of(ComponentType.SITE_MAP)
                            .layer("Base", SITE_MAP)
                            .layer(
                                    Layer.ACTIVE,
                                    "<SiteMap><Area Id=\"b\" solutionaction=\"Added\"></Area></SiteMap>",
                                    "<no XML")
                            .xml())
                    .isEqualTo("<SiteMap><Area Id=\"a\"></Area><Area Id=\"b\"></Area></SiteMap>");
        }

        @Test
        void whereNothingIsBelowAnyMore() {
            assertThat(Merging.of(ComponentType.SITE_MAP)
                            .layer(Layer.ACTIVE, SITE_MAP, SITE_MAP)
                            .xml())
                    .isEqualTo(SITE_MAP);
        }
    }

    @Test
    void thatIsNoXmlIsNamed() {
        assertThatThrownBy(() -> Merging.of(ComponentType.SITE_MAP)
                        .layer("Base", "<SiteMap/>")
                        .layer(Layer.ACTIVE, "<SiteMap/>", "<SiteMap>")
                        .xml())
                .isInstanceOf(MalformedLayerException.class)
                .hasMessageContaining(Layer.ACTIVE);
    }
}
