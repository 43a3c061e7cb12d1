package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import org.junit.jupiter.api.Test;

/**
 * Rows of solution-aware tables: {@code <set>/<key>/<table>.xml}, nested, with files beside (docs/platform-facts.md, "Rows
 * of solution-aware tables").
 */
class SolutionAwareFoldersTest {

    @Test
    void theRootElementIsTheTableAndItsAttributesAreTheKey() {
        SolutionComponent variable = solution()
                .file(
                        "environmentvariabledefinitions/contoso_Url/environmentvariabledefinition.xml",
                        "<environmentvariabledefinition schemaname='contoso_Url'><displayname default='Address'/><type>100000000</type></environmentvariabledefinition>")
                .only("environmentvariabledefinition");

        assertThat(variable.key()).isEqualTo(key("environmentvariabledefinition", "contoso_url"));
        assertThat(variable.name()).isEqualTo("Address");
        assertThat(variable.parent()).isEmpty();
    }

    @Test
    void withoutKeyAttributesTheFolderIsTheKey() {
        assertThat(solution()
                        .file("bots/contoso_helper/bot.xml", "<bot><name>Helper</name></bot>")
                        .only("bot")
                        .key())
                .isEqualTo(key("bot", "contoso_helper"));
    }

    @Test
    void severalKeyColumnsInTheOrderOfTheirNames() {
        String one = "<dvtablesearchentity name='n' dvtablesearch='d'/>";
        String other = "<dvtablesearchentity dvtablesearch='d' name='n'/>";

        assertThat(solution()
                        .file("dvtablesearchentities/d/dvtablesearchentity.xml", one)
                        .keys())
                .isEqualTo(solution()
                        .file("dvtablesearchentities/d/dvtablesearchentity.xml", other)
                        .keys())
                .containsExactly(key("dvtablesearchentity", "dvtablesearch=d,name=n"));
    }

    @Test
    void nestedTablesArePartsOfTheOneAround() {
        PackageFixture fixture = solution()
                .file(
                        "customapis/contoso_Price/customapirequestparameters/Id/customapirequestparameter.xml",
                        "<customapirequestparameter uniquename='Id'/>")
                .file(
                        "customapis/contoso_Price/customapiresponseproperties/Price/customapiresponseproperty.xml",
                        "<customapiresponseproperty uniquename='Price'/>")
                .file("customapis/contoso_Price/customapi.xml", "<customapi uniquename='contoso_Price'/>");

        assertThat(fixture.only("customapi").parent()).isEmpty();
        assertThat(fixture.only("customapirequestparameter").key())
                .as("another API may have a parameter of the same name")
                .isEqualTo(key("customapirequestparameter", "contoso_price.id"));
        assertThat(fixture.only("customapirequestparameter").parent()).contains(key("customapi", "contoso_price"));
        assertThat(fixture.only("customapiresponseproperty").parent()).contains(key("customapi", "contoso_price"));
    }

    @Test
    void filesInTheFolderAndBelowBelongToTheRow() {
        PackageFixture fixture = solution()
                .file("bots/contoso_helper/bot.xml", "<bot schemaname='contoso_helper'/>")
                .file("bots/contoso_helper/configuration.json", "{}")
                .file("bots/contoso_helper/icons/small/a.png", "x")
                .file("bots/contoso_other/bot.xml", "<bot schemaname='contoso_other'/>");

        assertThat(fixture.read().components())
                .filteredOn(component -> component.key().key().equals("contoso_helper"))
                .singleElement()
                .satisfies(bot -> assertThat(bot.definition().orElseThrow().files())
                        .extracting(Definition.File::name)
                        .containsExactly(
                                "bots/contoso_helper/configuration.json", "bots/contoso_helper/icons/small/a.png"));
        assertThat(fixture.read().unclaimedFiles()).isEmpty();
    }

    @Test
    void aFileBelongsToTheInnermostRow() {
        PackageFixture fixture = solution()
                .file("maskingrules/r/maskingrule.xml", "<maskingrule name='r'/>")
                .file(
                        "maskingrules/r/attributemaskingrules/a/attributemaskingrule.xml",
                        "<attributemaskingrule name='a'/>")
                .file("maskingrules/r/attributemaskingrules/a/notes.txt", "x");

        assertThat(fixture.only("attributemaskingrule")
                        .definition()
                        .orElseThrow()
                        .files())
                .hasSize(1);
        assertThat(fixture.only("maskingrule").definition().orElseThrow().files())
                .isEmpty();
    }

    @Test
    void someTablesKeepTheirRowAsJson() {
        SolutionComponent row = solution()
                .file("fxexpressions/contoso_rate/fxexpression.json", "{\"name\":\"rate\"}")
                .file("fxexpressions/contoso_rate/expression.yaml", "a: b")
                .only("fxexpression");

        assertThat(row.key()).isEqualTo(key("fxexpression", "contoso_rate"));
        assertThat(row.definition().orElseThrow().files())
                .extracting(Definition.File::name)
                .containsExactly(
                        "fxexpressions/contoso_rate/expression.yaml", "fxexpressions/contoso_rate/fxexpression.json");
    }

    @Test
    void pluralsOfAllKinds() {
        assertThat(solution()
                        .file("customapis/a/customapi.xml", "<customapi/>")
                        .file("botcomponentcollections/b/botcomponentcollection.xml", "<botcomponentcollection/>")
                        .file("dvtablesearchentities/c/dvtablesearchentity.xml", "<dvtablesearchentity/>")
                        .file("dvtablesearchs/d/dvtablesearch.xml", "<dvtablesearch/>")
                        .keys())
                .hasSize(4);
    }

    @Test
    void aRowRefersToItsParents() {
        assertThat(solution()
                        .file(
                                "botcomponents/contoso_helper.topic.a/botcomponent.xml",
                                "<botcomponent schemaname='contoso_helper.topic.a'><parentbotid><schemaname>contoso_helper</schemaname></parentbotid></botcomponent>")
                        .only("botcomponent")
                        .references())
                .containsExactly(key("bot", "contoso_helper"));
    }

    @Test
    void aRowMayBeContext() {
        assertThat(solution()
                        .file("bots/a/bot.xml", "<bot schemaname='a' unmodified='1'/>")
                        .only("bot")
                        .isContext())
                .isTrue();
    }

    @Test
    void associationSets() {
        PackageFixture fixture = solution()
                .file(
                        "Assets/botcomponent_workflowset.xml",
                        "<botcomponent_workflowset><botcomponent_workflow botcomponentid.schemaname='contoso_helper.a' workflowid.workflowid='{AAAAAAAA-0000-4000-8000-000000000001}'/>"
                                + "<botcomponent_workflow botcomponentid.schemaname='contoso_helper.b' workflowid.workflowid='{AAAAAAAA-0000-4000-8000-000000000001}'/></botcomponent_workflowset>");

        assertThat(fixture.keys())
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.type().name()).isEqualTo("botcomponent_workflow"));
        assertThat(fixture.read().components().get(0).references())
                .containsExactlyInAnyOrder(
                        key("botcomponent", "contoso_helper.a"),
                        key("Workflow", "aaaaaaaa-0000-4000-8000-000000000001"));
        assertThat(fixture.read().unclaimedFiles()).isEmpty();
    }

    @Test
    void theValueOfAVariableIsAComponentOfItsOwn() {
        PackageFixture fixture = solution()
                .file(
                        "environmentvariabledefinitions/contoso_Url/environmentvariabledefinition.xml",
                        "<environmentvariabledefinition schemaname='contoso_Url'/>")
                .file(
                        "environmentvariabledefinitions/contoso_Url/environmentvariablevalues.json",
                        "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"value\":\"https://contoso.example\"}}}");

        SolutionComponent value = fixture.only("environmentvariablevalue");
        assertThat(value.key()).isEqualTo(key("environmentvariablevalue", "contoso_url"));
        assertThat(value.parent()).contains(key("environmentvariabledefinition", "contoso_url"));
        assertThat(fixture.only("environmentvariabledefinition")
                        .definition()
                        .orElseThrow()
                        .files())
                .as("another value leaves the definition as it is")
                .isEmpty();
    }

    @Test
    void earlyExportsHaveAllValuesInOneFile() {
        SolutionComponent values = solution()
                .file("environment_variable_values.json", "{\"version\":\"1.0.0.0\",\"values\":[]}")
                .only("environmentvariablevalue");

        assertThat(values.key()).isEqualTo(key("environmentvariablevalue", "contoso"));
        assertThat(values.definition().orElseThrow().files()).hasSize(1);
    }

    @Test
    void aBrokenRowIsRefusedByName() {
        assertThat(solution().file("bots/a/bot.xml", "<bot").refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("0x8004802C");
                    assertThat(error.message()).startsWith("bots/a/bot.xml ");
                });
        assertThat(solution().file("Assets/a_bset.xml", "<a_bset>").refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).startsWith("Assets/a_bset.xml "));
    }
}
