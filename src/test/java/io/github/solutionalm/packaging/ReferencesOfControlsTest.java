package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static io.github.solutionalm.packaging.ReferencesTest.references;

import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

/** What controls on forms show, and what they don't: a control may be on another table than its form. */
class ReferencesOfControlsTest {

    private static final String ID = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String BRACED = "{AAAAAAAA-0000-4000-8000-000000000001}";

    private static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> form(String xml) {
        return references(
                with(table(
                        "contoso_order",
                        "",
                        "<FormXml><forms type='main'><systemform><formid>f</formid><form>" + xml
                                + "</form></systemform></forms></FormXml>")),
                "SystemForm");
    }

    @Test
    void aControlOfAProcessIsOnTheTableThatTheProcessIsRelatedTo() {
        form("<control id='r:contoso_total' relationship='bpf_contoso_order_contoso_process' datafieldname='contoso_total'/>")
                .containsExactly("EntityRelationship bpf_contoso_order_contoso_process");
    }

    @Test
    void aQuickViewShowsAFormOfAnotherTable() {
        form("""
                        <control id="q" datafieldname="contoso_customer"><parameters><QuickForms>&lt;QuickFormIds&gt;&lt;QuickFormId entityname="contact"&gt;%s&lt;/QuickFormId&gt;&lt;/QuickFormIds&gt;</QuickForms></parameters></control>
                        """
                        .formatted(ID))
                .containsExactlyInAnyOrder("Attribute contoso_order.contoso_customer", "SystemForm " + ID);
    }

    @Test
    void quickFormsThatAreNoXmlNameNothing() {
        form("<control id='q'><parameters><QuickForms>&lt;QuickFormIds&gt;&lt;</QuickForms></parameters></control>")
                .isEmpty();
    }

    @Test
    void aLookupMayBeFilteredByAnother() {
        form("""
                        <control id="l" datafieldname="contoso_room"><parameters>
                          <FilterRelationshipName>contoso_building_room</FilterRelationshipName>
                          <DependentAttributeName>contoso_order.contoso_building</DependentAttributeName>
                          <DependentAttributeType>contoso_building</DependentAttributeType>
                        </parameters></control>
                        """)
                .containsExactlyInAnyOrder(
                        "Attribute contoso_order.contoso_room",
                        "EntityRelationship contoso_building_room",
                        "Entity contoso_building");
    }

    @Test
    void viewsOfGridsAndStreams() {
        form("<tabs entityview='%s'/><parameters><ViewIds>%s</ViewIds><EntityViewId>%s</EntityViewId></parameters>"
                        .formatted(BRACED, BRACED, BRACED))
                .containsExactly("SavedQuery " + ID);
    }

    @Test
    void aPageIsAWebResourceUnlessItIsOfTheWeb() {
        form("<parameters><Url>contoso_/map.html?zoom=3</Url></parameters>")
                .containsExactly("WebResource contoso_/map.html");
        form("<parameters><Url>https://example.org/contoso_/map.html</Url></parameters>")
                .isEmpty();
        form("<parameters><Url>about:blank</Url></parameters>").isEmpty();
    }

    @Test
    void aControlIsGivenColumnsByName() {
        form("<customControl name='contoso_C.Stars' formFactor='2'><parameters><datafieldname>contoso_stars</datafieldname></parameters></customControl>")
                .containsExactlyInAnyOrder("CustomControl contoso_c.stars", "Attribute contoso_order.contoso_stars");
    }

    @Test
    void theDefaultControlOfATable() {
        references(
                        with(
                                table(
                                        "contoso_order",
                                        "",
                                        "<CustomControlDefaultConfigs><CustomControlDefaultConfig><PrimaryEntityTypeCode>contoso_order</PrimaryEntityTypeCode>"
                                                + "<ControlDescriptionXML><customControl name='contoso_C.Grid'><parameters><data-set name='Lines'><ViewId>"
                                                + BRACED
                                                + "</ViewId><TargetEntityType>contoso_line</TargetEntityType></data-set></parameters></customControl></ControlDescriptionXML></CustomControlDefaultConfig></CustomControlDefaultConfigs>")),
                        "CustomControlDefaultConfig")
                .containsExactlyInAnyOrder("CustomControl contoso_c.grid", "SavedQuery " + ID, "Entity contoso_line");
    }

    @Test
    void theNavigationLeadsToRelationshipsThatAreShown() {
        form("""
                        <Navigation><NavBar><NavBarByRelationshipItem Icon="$webresource:contoso_/lines.png" RelationshipName="contoso_order_contoso_line" Show="true"/>
                          <NavBarByRelationshipItem RelationshipName="contoso_order_contoso_note" Show="false"/>
                          <NavBarByRelationshipItem RelationshipName="hardcoded_{B7196B13-6B9D-42CD-BD58-B19A3953126F}navAudit"/></NavBar></Navigation>
                        """)
                .containsExactly("EntityRelationship contoso_order_contoso_line");
    }

    @Test
    void whatADifferenceRemovesIsNotReferredTo() {
        form("""
                        <control datafieldname="contoso_kept"/>
                        <cell solutionaction="Removed"><control datafieldname="contoso_total"><parameters><ViewId>%s</ViewId><Url>$webresource:contoso_/x.html</Url></parameters></control></cell>
                        <control datafieldname="contoso_added" solutionaction="Added"/>
                        """
                        .formatted(BRACED))
                .containsExactlyInAnyOrder(
                        "Attribute contoso_order.contoso_kept", "Attribute contoso_order.contoso_added");
    }

    @Test
    void aRibbonNamesAScriptWithAndWithoutItsScheme() {
        references(
                        with(table(
                                "contoso_order",
                                "",
                                "<RibbonDiffXml><CommandDefinitions><CommandDefinition Id='c'><Actions><JavaScriptFunction Library='contoso_order.js'/>"
                                        + "<JavaScriptFunction Library='/_static/_common/scripts/CommandBarActions.js'/><JavaScriptFunction Library='$webresource:contoso_/x.js'/>"
                                        + "</Actions></CommandDefinition></CommandDefinitions></RibbonDiffXml>")),
                        "RibbonCustomization")
                .containsExactlyInAnyOrder("WebResource contoso_order.js", "WebResource contoso_/x.js");
    }

    @Test
    void aSiteMapNamesIconsByPathAndPagesByName() {
        references(
                        with(
                                """
                                <AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>s</SiteMapUniqueName><SiteMap><Area Id="a"><Group Id="g">
                                  <SubArea Id="1" VectorIcon="/WebResources/contoso_/icon.svg" Page="contoso_start_1a2b3" Icon="/_imgs/imagestrips/transparent_spacer.gif"/>
                                  <SubArea Id="2" Url="/main.aspx?pagetype=entitylist"/>
                                </Group></Area></SiteMap></AppModuleSiteMap></AppModuleSiteMaps>
                                """),
                        "SiteMap")
                .containsExactlyInAnyOrder("WebResource contoso_/icon.svg", "CanvasApp contoso_start_1a2b3");
    }
}
