package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.server.Packages;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade that an environment refuses, since something uses what it deletes: the refusal counts, and we name. */
class ComponentsInUseTest {

    private static final String COUNTED = "component cannot be deleted because it is referenced by 1 other components.";

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void aScriptOfAnotherSolutionNeedsOneThatGoes() throws Exception {
        contoso = new Contoso(folder);
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.STAGE,
                contoso.zip("ContosoBase_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_1_0_0_0_managed"),
                Packages.needing("contoso_/scripts/legacy.order.js", "ContosoOrders (1.0.0.0)", folder));
    }

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void namesWhatUsesTheComponentAndWhatToDo() throws Exception {
        ImportResult result = contoso.imports("ContosoOrders_2_0_0_0_managed", ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors().get(0).message())
                .contains(COUNTED)
                .contains("\"fabrikam_/a.js\" of the unmanaged customizations uses it.")
                .contains("Remove the reference in the environment, where the component is customized.");
    }

    @Test
    void doesSoWhenAStagedUpgradeIsApplied() throws Exception {
        contoso.imports(
                "ContosoOrders_2_0_0_0_managed", ImportOptions.defaults().withAction(Action.STAGE));

        ImportResult result = contoso.applies("ContosoOrders", ImportOptions.defaults());

        assertThat(result.errors().get(0).message()).contains(COUNTED).contains("of the unmanaged customizations");
    }

    @Test
    void tellsTheRefusalAsItIsWhereTheEnvironmentDoesNotSay() throws Exception {
        contoso.script().on("RetrieveDependenciesForDelete").always().refuse(403, "0x80040220", "prvReadDependency");

        ImportResult result = contoso.imports("ContosoOrders_2_0_0_0_managed", ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors().get(0).message()).contains(COUNTED).doesNotContain("uses it");
    }

    @Test
    void namesItByItsIdWhereItsLayersCannotBeRead() throws Exception {
        contoso.script().on("msdyn_componentlayers").always().refuse(403, "0x80040220", "prvReadmsdyn_componentlayer");

        ImportResult result = contoso.imports("ContosoOrders_2_0_0_0_managed", ImportOptions.defaults());

        assertThat(result.errors().get(0).message())
                .contains(" uses it. Remove the reference in the environment, or keep the component in the solution.");
    }
}
