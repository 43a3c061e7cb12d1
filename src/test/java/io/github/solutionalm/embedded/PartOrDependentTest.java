package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part is deleted with its component, whoever owns it; what merely depends on a component blocks its deletion. */
class PartOrDependentTest {

    private static final String TABLE = "contoso_order";
    private static final String ASSEMBLY =
            """
            <PluginAssembly PluginAssemblyId="{%s}" FullName="Contoso, Version=1.0.0.0"><PluginTypes>\
            <PluginType PluginTypeId="{%s}" Name="Contoso.Close"/></PluginTypes></PluginAssembly>
            """
                    .formatted(id("assembly"), id("type"));

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path next;

    @BeforeEach
    void aTableAndAPlugIn() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(managed("Orders", "1.0")
                .column(TABLE, "contoso_fax", "Fax")
                .mainForm(TABLE, "main", "contoso_fax")
                .section("SolutionPluginAssemblies", ASSEMBLY)
                .section("SdkMessageProcessingSteps", step("own"))
                .zip(folder));
        next = managed("Orders", "2.0").webResource("contoso_/a.js", "a").zip(folder);
    }

    @Test
    void aStepOfTheUsersOwnBlocksTheDeletionOfItsPlugIn() throws Exception {
        rehearsal.holding(unmanaged("Mine", "1.0")
                .section("SdkMessageProcessingSteps", step("mine"))
                .zip(folder));
        String before = EnvironmentDump.everything(rehearsal.file());

        ImportResult result = rehearsal.imports(next);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x8004F01D", "0x8004F01F");
        assertThat(result.errors().get(1).message())
                .contains("PluginType " + id("type"), "\"mine\" of the unmanaged customizations");
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    @Test
    void aFormOfAnotherSolutionBlocksTheDeletionOfItsTable() throws Exception {
        rehearsal.holding(managed("Partner", "1.0").mainForm(TABLE, "partner").zip(folder));

        ImportResult result = rehearsal.imports(next);
        assertThat(codes(result.errors())).containsExactly("0x8004F01D", "0x8004F01F");
        assertThat(result.errors().get(1).message()).contains("Entity " + TABLE, "\"partner\" of the solution Partner");
    }

    @Test
    void whatTheUserMadeOfATableGoesWithItAndIsListed() throws Exception {
        rehearsal.holding(unmanaged("Mine", "1.0")
                .column(TABLE, "contoso_mine", "Mine")
                .mainForm(TABLE, "my form", "contoso_mine", "contoso_fax")
                .view(TABLE, "my view", "contoso_mine")
                .zip(folder));

        assertThat(deleted())
                .containsEntry("Attribute contoso_order.contoso_mine", List.of("Active"))
                .containsEntry("SystemForm " + id("my form"), List.of("Active"))
                .containsEntry("SavedQuery " + id("my view"), List.of("Active"));
        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.content().components())
                .extracting(component -> component.key().toString())
                .containsExactly("WebResource contoso_/a.js");
    }

    @Test
    void eachDeletionNamesAllWhoseItIs() throws Exception {
        rehearsal.holding(
                managed("Orders_Patch", "1.0.1")
                        .patchOf("Orders")
                        .column(TABLE, "contoso_patched", "Patched")
                        .mainForm(TABLE, "main", "contoso_patched")
                        .zip(folder),
                unmanaged("Mine", "1.0")
                        .column(TABLE, "contoso_fax", "My fax")
                        .mainForm(TABLE, "main", "contoso_fax")
                        .zip(folder));

        assertThat(deleted())
                .containsEntry("Attribute contoso_order.contoso_fax", List.of("Orders", "Active"))
                .containsEntry("Attribute contoso_order.contoso_patched", List.of("Orders_Patch"))
                .containsEntry("SystemForm " + id("main"), List.of("Orders", "Orders_Patch", "Active"))
                .containsEntry("SdkMessageProcessingStep " + id("own"), List.of("Orders"))
                .doesNotContainValue(List.of());
    }

    /** By component that the upgrade deletes: whose it is. */
    private Map<String, List<String>> deleted() throws Exception {
        Map<String, List<String>> deleted = new TreeMap<>();
        rehearsal.plans(options(), next).get(0).changes().stream()
                .filter(change -> change.change() == Change.DELETE)
                .forEach(change -> deleted.put(change.key().toString(), change.owners()));
        return deleted;
    }

    private static String step(String name) {
        return """
                <SdkMessageProcessingStep Name="%s" SdkMessageProcessingStepId="{%s}"><PluginTypeId>{%s}</PluginTypeId>\
                </SdkMessageProcessingStep>
                """
                .formatted(name, id(name), id("type"));
    }
}
