package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.saying;
import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.ReferencesTest.references;

import org.junit.jupiter.api.Test;

/** {@code MissingDependencies} tell what refers to components outside, also where the definition does not show it. */
class DeclaredReferencesTest {

    private static final String FORM = "{AAAAAAAA-0000-4000-8000-000000000001}";

    private static PackageFixture declaring(String required) {
        return saying("<MissingDependencies><MissingDependency>" + required + "<Dependent type='60' id='" + FORM
                        + "'/></MissingDependency></MissingDependencies>")
                .customizations(
                        table(
                                "contoso_order",
                                "",
                                "<FormXml><forms type='main'><systemform><formid>" + FORM
                                        + "</formid><form><control datafieldname='contoso_total'/></form></systemform></forms></FormXml>"));
    }

    @Test
    void whatIsDeclaredIsReferredTo() {
        references(declaring("<Required type='61' schemaName='contoso_/lib.js' solution='Base (1.0)'/>"), "SystemForm")
                .containsExactlyInAnyOrder("Attribute contoso_order.contoso_total", "WebResource contoso_/lib.js");
    }

    @Test
    void aColumnIsOneOfItsTable() {
        references(
                        declaring("<Required type='2' schemaName='contoso_x' parentSchemaName='contoso_order'/>"),
                        "SystemForm")
                .containsExactlyInAnyOrder(
                        "Attribute contoso_order.contoso_total", "Attribute contoso_order.contoso_x");
    }

    @Test
    void nothingRefersToItself() {
        references(declaring("<Required type='60' id='" + FORM + "'/>"), "SystemForm")
                .containsExactly("Attribute contoso_order.contoso_total");
    }

    @Test
    void otherComponentsAreAsTheyWere() {
        references(declaring("<Required type='61' schemaName='contoso_/lib.js'/>"), "Entity")
                .isEmpty();
    }
}
