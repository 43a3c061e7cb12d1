package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.SolutionComponent;
import org.junit.jupiter.api.Test;

/** What a package mentions only for the sake of other components brings no content of its own. */
class ContextTest {

    private static final String VIEW = "<savedqueryid>{AAAAAAAA-0000-4000-8000-000000000001}</savedqueryid>";

    private static SolutionComponent only(String type, String sections) {
        return PackageFixture.with(sections).only(type);
    }

    @Test
    void unmodifiedComponents() {
        assertThat(only(
                                "WebResource",
                                "<WebResources><WebResource unmodified='1'><Name>a</Name></WebResource></WebResources>")
                        .isContext())
                .isTrue();
        assertThat(only(
                                "WebResource",
                                "<WebResources><WebResource unmodified='0'><Name>a</Name></WebResource></WebResources>")
                        .isContext())
                .isFalse();
        assertThat(only(
                                "Attribute",
                                table(
                                        "account",
                                        "<attributes><attribute PhysicalName='a' unmodified='1'/></attributes>",
                                        ""))
                        .isContext())
                .isTrue();
    }

    @Test
    void anUnmodifiedTableMayHaveNewParts() {
        PackageFixture fixture = PackageFixture.with(
                "<Entities><Entity><Name>account</Name><EntityInfo><entity Name='account' unmodified='1'>"
                        + "<attributes><attribute PhysicalName='contoso_x'/></attributes><IsAuditEnabled>1</IsAuditEnabled></entity></EntityInfo>"
                        + "<SavedQueries><savedqueries><savedquery>" + VIEW
                        + "</savedquery></savedqueries></SavedQueries></Entity></Entities>");

        assertThat(fixture.only("Entity").isContext()).isTrue();
        assertThat(fixture.only("Attribute").isContext()).isFalse();
        assertThat(fixture.only("SavedQuery").isContext()).isFalse();
    }

    @Test
    void aTableThatIsThereForItsForms() {
        assertThat(only("Entity", "<Entities><Entity><Name>account</Name><FormXml/></Entity></Entities>")
                        .isContext())
                .isTrue();
    }

    @Test
    void aTableIncludedAsAShellHasNothingButParts() {
        assertThat(only("Entity", table("contoso_order", "<attributes><attribute PhysicalName='a'/></attributes>", ""))
                        .isContext())
                .isTrue();
        assertThat(only("Entity", table("contoso_order", "<attributes/>", "")).isContext())
                .isTrue();
        assertThat(only("Entity", table("contoso_order", "<attributes/><IsAuditEnabled>1</IsAuditEnabled>", ""))
                        .isContext())
                .isFalse();
    }

    @Test
    void contentWinsOverContext() {
        String view = "<savedquery unmodified='%s'>" + VIEW + "</savedquery>";
        for (String order : new String[] {"01", "10"}) {
            SolutionComponent component = only(
                    "SavedQuery",
                    table(
                            "account",
                            "",
                            "<SavedQueries><savedqueries>" + view.formatted(order.charAt(0))
                                    + view.formatted(order.charAt(1)) + "</savedqueries></SavedQueries>"));
            assertThat(component.isContext()).isFalse();
        }
    }

    @Test
    void everyTableExportsARibbonMostlyAnEmptyOne() {
        assertThat(PackageFixture.with(table(
                                "account",
                                "",
                                "<RibbonDiffXml><CustomActions/><Templates><RibbonTemplates Id='Mscrm.Templates'/></Templates>"
                                        + "<CommandDefinitions/><RuleDefinitions><TabDisplayRules/><DisplayRules/><EnableRules/></RuleDefinitions>"
                                        + "<LocLabels/></RibbonDiffXml>"))
                        .keys())
                .containsExactly(key("Entity", "account"));
        assertThat(PackageFixture.with(
                                table(
                                        "account",
                                        "",
                                        "<RibbonDiffXml><CustomActions><HideCustomAction HideActionId='a'/></CustomActions></RibbonDiffXml>"))
                        .keys())
                .contains(key("RibbonCustomization", "account:ribbondiffxml"));
    }

    @Test
    void theApplicationRibbonIsThereWhenItWasAskedFor() {
        assertThat(PackageFixture.with("<RibbonDiffXml><CustomActions/></RibbonDiffXml>")
                        .keys())
                .containsExactly(key("RibbonCustomization", ":ribbondiffxml"));
    }

    @Test
    void sectionsThatAreAlwaysThereAndMostlyEmpty() {
        assertThat(PackageFixture.with(
                                "<Entities/><Roles></Roles><Workflows/><FieldSecurityProfiles/><Templates/><EntityMaps/>"
                                        + "<EntityRelationships/><OrganizationSettings/><optionsets/><Novelties/><Languages/>")
                        .keys())
                .isEmpty();
    }
}
