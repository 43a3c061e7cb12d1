package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.solution;
import static io.github.solutionalm.packaging.ReferencesTest.references;

import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

/** Lookups of solution-aware tables: which table one points to is said by the key's column, the lookup, or neither. */
class LookupsOfRowsTest {

    private static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> row(
            String table, String xml) {
        return references(
                solution().file(table + "s/x/" + table + ".xml", "<%s>%s</%s>".formatted(table, xml, table)), table);
    }

    @Test
    void theLookupsName() {
        row("botcomponent", "<parentbotid><schemaname>contoso_bot</schemaname></parentbotid>")
                .containsExactly("bot contoso_bot");
        row("aipluginoperation", "<customapi><uniquename>contoso_Api</uniquename></customapi>")
                .containsExactly("customapi contoso_api");
    }

    @Test
    void theKeysColumn() {
        row("contoso_step", "<contoso_macroactionid><workflowid>w</workflowid></contoso_macroactionid>")
                .containsExactly("Workflow w");
        row("dvtablesearchentity", "<dvtablesearch><dvtablesearchid>s</dvtablesearchid></dvtablesearch>")
                .containsExactly("dvtablesearch s");
    }

    @Test
    void neither() {
        row(
                        "appaction",
                        "<contextentity><logicalname>contoso_order</logicalname></contextentity><onclickeventformulacomponentlibraryid><name>contoso_lib_1a2b3</name></onclickeventformulacomponentlibraryid>")
                .containsExactlyInAnyOrder("Entity contoso_order", "CanvasApp contoso_lib_1a2b3");
        row(
                        "environmentvariabledefinition",
                        "<parentdefinitionid><schemaname>contoso_Site</schemaname></parentdefinitionid>")
                .containsExactly("environmentvariabledefinition contoso_site");
    }

    @Test
    void exportKeysAreMadeUpButForPlugInTypes() {
        row("customapi", "<plugintypeid><plugintypeexportkey>t</plugintypeexportkey></plugintypeid>")
                .containsExactly("PluginType t");
        row("customapi", "<contoso_itemid><contoso_itemexportkey>t</contoso_itemexportkey></contoso_itemid>")
                .isEmpty();
    }

    @Test
    void aColumnByItsNameAndItsTables() {
        row(
                        "aiskillconfig",
                        "<attribute><entityid.logicalname>contoso_order</entityid.logicalname><logicalname>contoso_total</logicalname></attribute>")
                .containsExactly("Attribute contoso_order.contoso_total");
        row("aiskillconfig", "<attribute><logicalname>contoso_total</logicalname></attribute>")
                .isEmpty();
    }

    @Test
    void aColumnThatStandsBeforeItsTable() {
        row(
                        "attributemaskingrule",
                        "<attributelogicalname>contoso_total</attributelogicalname><entityname>contoso_order</entityname>")
                .containsExactlyInAnyOrder("Entity contoso_order", "Attribute contoso_order.contoso_total");
    }

    @Test
    void whatIsNoLookup() {
        row("contoso_item", "<description><label>contoso_order</label></description>")
                .isEmpty();
    }
}
