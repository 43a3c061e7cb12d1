package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Name, parent and state belong to a layer: those of the top layer show, and when it goes those of the layer below. */
class NamesByLayerTest {

    private static final String TABLE = "contoso_order";
    private static final String FAX = "contoso_order.contoso_fax";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path withoutAnything;

    @BeforeEach
    void aColumnAViewAndAProcess() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(managed("Base", "1.0")
                .column(TABLE, "contoso_fax", "Fax")
                .column("contoso_visit", "contoso_place", "Place")
                .workflow("process")
                .zip(folder));
        withoutAnything =
                managed("Partner", "2.0").webResource("contoso_/p.js", "p").zip(folder);
    }

    @Test
    void theNameOfTheTopLayerShows() throws Exception {
        partner(partner().column(TABLE, "contoso_fax", "Telefax"));
        assertThat(name(ATTRIBUTE, FAX)).isEqualTo("Telefax");
        rehearsal.holding(
                unmanaged("Mine", "1.0").column(TABLE, "contoso_fax", "My fax").zip(folder));

        assertThat(name(ATTRIBUTE, FAX)).isEqualTo("My fax");
    }

    @Test
    void aNewNameInALowerLayerDoesNotShow() throws Exception {
        partner(partner().column(TABLE, "contoso_fax", "Telefax"));
        rehearsal.imports(managed("Base", "2.0")
                .column(TABLE, "contoso_fax", "Facsimile")
                .column("contoso_visit", "contoso_place", "Place")
                .workflow("process")
                .zip(folder));
        assertThat(name(ATTRIBUTE, FAX)).isEqualTo("Telefax");

        rehearsal.imports(withoutAnything);
        assertThat(name(ATTRIBUTE, FAX)).isEqualTo("Facsimile");
    }

    @Test
    void theNameOfTheLayerBelowShowsAgain() throws Exception {
        partner(partner().column(TABLE, "contoso_fax", "Telefax"));
        rehearsal.imports(withoutAnything);

        assertThat(rehearsal.layers(ATTRIBUTE, FAX)).containsExactly("Base");
        assertThat(name(ATTRIBUTE, FAX)).isEqualTo("Fax");
    }

    @Test
    void aLayerWithoutANameTakesNoneAway() throws Exception {
        partner(
                partner()
                        .section(
                                "Entities",
                                """
                        <Entity><Name>contoso_order</Name><EntityInfo><entity Name="contoso_order"><IsCustomizable>1</IsCustomizable>\
                        <attributes><attribute PhysicalName="contoso_fax"><Type>nvarchar</Type></attribute></attributes></entity>\
                        </EntityInfo></Entity>
                        """));

        assertThat(rehearsal.layers(ATTRIBUTE, FAX)).containsExactly("Base", "Partner");
        assertThat(name(ATTRIBUTE, FAX)).isEqualTo("Fax");
    }

    @Test
    void whatBlocksIsCalledAsItShows() throws Exception {
        rehearsal.holding(
                unmanaged("Mine", "1.0").view(TABLE, "Faxes", "contoso_fax").zip(folder));
        rehearsal.imports(unmanaged("Mine", "1.1")
                .section("Entities", view(TABLE, "All faxes"))
                .zip(folder));
        ImportResult result = rehearsal.imports(managed("Base", "2.0")
                .column(TABLE, "contoso_mail", "Mail")
                .workflow("process")
                .zip(folder));

        assertThat(codes(result.errors())).contains("0x8004F01F");
        assertThat(result.errors().get(1).message()).contains("\"All faxes\"").doesNotContain("\"Faxes\"");
    }

    @Test
    void theParentOfTheTopLayerCounts() throws Exception {
        rehearsal.holding(
                managed("Views", "1.0").view(TABLE, "Faxes", "contoso_fax").zip(folder));
        partner(partner().section("Entities", view("contoso_visit", "Faxes")));
        assertThat(parent("Faxes")).isEqualTo("contoso_visit");

        rehearsal.imports(withoutAnything);
        assertThat(parent("Faxes")).isEqualTo(TABLE);
    }

    @Test
    void theStateOfTheTopLayerCounts() throws Exception {
        assertThat(state()).isEqualTo(ActivationState.ACTIVATED);
        partner(partner()
                .section(
                        "Workflows",
                        "<Workflow WorkflowId=\"{%s}\" Name=\"process\"><Category>0</Category><StateCode>0</StateCode></Workflow>"
                                .formatted(id("process"))));
        assertThat(state()).isEqualTo(ActivationState.DRAFT);

        rehearsal.imports(withoutAnything);
        assertThat(state()).isEqualTo(ActivationState.ACTIVATED);
    }

    private void partner(PackageBuilder partner) throws Exception {
        rehearsal.holding(partner.zip(folder));
    }

    private static PackageBuilder partner() {
        return managed("Partner", "1.0");
    }

    private static String view(String table, String name) {
        return """
                <Entity><Name>%s</Name><SavedQueries><savedqueries><savedquery><savedqueryid>{%s}</savedqueryid><layoutxml><grid>\
                <row><cell name="contoso_fax"/></row></grid></layoutxml><LocalizedNames>\
                <LocalizedName description="%s" languagecode="1033"/></LocalizedNames></savedquery></savedqueries></SavedQueries>\
                </Entity>
                """
                .formatted(table, id("Faxes"), name);
    }

    private String name(ComponentType type, String key) throws Exception {
        return shown(type, key).name();
    }

    private String parent(String view) throws Exception {
        return shown(SAVED_QUERY, id(view)).parent().map(ComponentKey::key).orElse("");
    }

    private ActivationState state() throws Exception {
        return shown(WORKFLOW, id("process")).state().orElseThrow();
    }

    private EnvironmentContent.Component shown(ComponentType type, String key) throws Exception {
        return rehearsal.component(type, key).orElseThrow();
    }
}
