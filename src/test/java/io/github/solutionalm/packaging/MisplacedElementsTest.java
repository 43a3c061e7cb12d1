package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.PackageWarnings;
import io.github.solutionalm.model.UnreadElement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements in other places than the format has for them are refused or told, never lost. */
class MisplacedElementsTest {

    private static final String VIEW = "<savedquery><savedqueryid>{a}</savedqueryid></savedquery>";

    private static PackageFixture shell(String beside) {
        return with(table("contoso_order", "", beside).replace("<entity ", "<entity unmodified='1' "));
    }

    @Test
    void aViewAmongTheChartsIsRefused() {
        assertThat(with(table(
                                "contoso_order",
                                "<EntitySetName>x</EntitySetName>",
                                "<Visualizations>" + VIEW + "</Visualizations>"))
                        .refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("0x8004801A");
                    assertThat(error.name()).isEqualTo("ImportXsdValidationError");
                    assertThat(error.message())
                            .contains(
                                    "<savedquery> in Entities/Entity/Visualizations of Entity contoso_order",
                                    "belongs in Entities/Entity/SavedQueries/savedqueries");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "<SavedQueries>,              savedquery,    </SavedQueries>",
        "<SavedQueries><savedqueries>, visualization, </savedqueries></SavedQueries>",
        "<FormXml><forms type='main'>, savedquery,    </forms></FormXml>",
        "<EntityInfo>,                attribute,     </EntityInfo>",
        "'',                          systemform,    ''"
    })
    void soIsAnyPartOfATableOutsideItsSection(String before, String element, String after) {
        assertThat(shell(before + "<" + element + "/>" + after).refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("<" + element + ">"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Dashboards><systemform/></Dashboards>",
                "<WebResources><Workflow/></WebResources>",
                "<Templates><emailtemplate/></Templates>",
                "<savedquery/>"
            })
    void soIsAComponentInTheSectionOfAnother(String sections) {
        assertThat(with(sections).refusal()).singleElement().satisfies(error -> assertThat(error.code())
                .isEqualTo("0x8004801A"));
    }

    @Test
    void allOfThemAtOnce() {
        assertThat(shell("<Visualizations>" + VIEW + VIEW + "</Visualizations><FormXml>" + VIEW + "</FormXml>")
                        .refusal())
                .hasSize(3);
    }

    @Test
    void whatComponentsHoldOfTheSameNameIsTheirs() {
        assertThat(
                        with("""
                        <AppModules><AppModule><UniqueName>a</UniqueName><AppModuleRoleMaps><Role id="r"/></AppModuleRoleMaps></AppModule></AppModules>
                        <AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>a</SiteMapUniqueName><SiteMap/></AppModuleSiteMap></AppModuleSiteMaps>
                        """)
                                .keys())
                .containsExactly(key("AppModule", "a"), key("SiteMap", "a"));
    }

    @Test
    void whatATableThatIsOnlyMentionedHoldsBesideItsPartsIsTold() {
        PackageFixture fixture =
                shell("<ObjectTypeCode>10001</ObjectTypeCode><Visualizations><novelty a='1'/></Visualizations>"
                        + "<Novelties><Novelty>x</Novelty></Novelties><Empty/>");

        assertThat(fixture.read().unreadElements())
                .containsExactly(
                        new UnreadElement(
                                "Entities/Entity/Visualizations/novelty", Optional.of(key("Entity", "contoso_order"))),
                        new UnreadElement("Entities/Entity/Novelties", Optional.of(key("Entity", "contoso_order"))));
        assertThat(PackageWarnings.of(fixture.read())).hasSize(2).allSatisfy(warning -> {
            assertThat(warning.code()).isEqualTo("0x80072035");
            assertThat(warning.component()).contains(key("Entity", "contoso_order"));
            assertThat(warning.message()).contains("Entities/Entity/", "contoso_order");
        });
    }

    @Test
    void whatIsMarkedAsUnmodifiedIsPassedOver() {
        String table = table("contoso_order", "<LocalizedNames><LocalizedName/></LocalizedNames>", "")
                .replace("<entity ", "<entity unmodified='1' ");

        assertThat(with(table).read().unreadElements()).isEmpty();
        assertThat(with(table("contoso_order", "", "<Novelty a='1'/>").replace("<Entity>", "<Entity unmodified='1'>"))
                        .read()
                        .unreadElements())
                .isEmpty();
    }

    @Test
    void whatATableOfThePackageHoldsIsItsDefinition() {
        String content = "<EntitySetName>contoso_orders</EntitySetName>";
        PackageFixture plain = with(table("contoso_order", content, ""));
        PackageFixture more = with(table("contoso_order", content, "<Novelties><Novelty>x</Novelty></Novelties>"));

        assertThat(more.read().unreadElements()).isEmpty();
        assertThat(more.only("Entity").definition())
                .isNotEqualTo(plain.only("Entity").definition());
    }

    @Test
    void anyElementMoreThanAnEmptyRibbonHasIsARibbon() {
        String ribbon =
                "<RibbonDiffXml><CustomActions/><Templates><RibbonTemplates Id='Mscrm.Templates'>%s</RibbonTemplates></Templates></RibbonDiffXml>";

        assertThat(shell(ribbon.formatted("")).keys()).containsExactly(key("Entity", "contoso_order"));
        assertThat(shell(ribbon.formatted("<GroupTemplate Id='contoso.Group'/>"))
                        .keys())
                .contains(key("RibbonCustomization", "contoso_order:ribbondiffxml"));
    }

    @Test
    void languagesThatAreNoneAndWhatStandsBesideThemIsTold() {
        PackageFixture fixture =
                with("<Languages><Language>1033</Language><Language>German</Language><Novelty a='1'/></Languages>");

        assertThat(fixture.read().languages()).containsExactly(1033);
        assertThat(fixture.read().unreadElements())
                .containsExactly(new UnreadElement("Languages/Language", Optional.empty()));
        assertThat(fixture.keys()).containsExactly(key("Novelty", "1"));
    }
}
