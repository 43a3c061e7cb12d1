package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForDelete;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForDelete.Dependent;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForUninstall;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForUninstall.Dependency;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.model.ComponentType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What outside a solution uses something in it: all in one question, or of one component. */
class DependenciesForUninstallTest extends AgainstContoso {

    private static final int ATTRIBUTE = ComponentType.ATTRIBUTE.code();
    private static final int FORM = ComponentType.SYSTEM_FORM.code();

    private OperationContext access;

    @BeforeEach
    void aFormOfAnotherSolutionAndAViewOfTheSameShowAColumn() throws Exception {
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.INSTALL,
                PackageBuilder.managed("ContosoBase", "1.0.0.0")
                        .column("contoso_order", "contoso_note", "Note")
                        .view("contoso_order", "own view", "contoso_note")
                        .zip(folder),
                PackageBuilder.managed("ContosoForms", "1.0.0.0")
                        .publisher("fabrikam")
                        .mainForm("contoso_order", "other form", "contoso_note")
                        .zip(folder),
                PackageBuilder.managed("ContosoMoreForms", "1.0.0.0")
                        .publisher("fabrikam")
                        .mainForm("contoso_order", "other form")
                        .zip(folder));
        access = contoso.access();
    }

    @Test
    void namesWhatOutsideOfTheSolutionUsesIt() throws Exception {
        List<Dependency> dependencies = new RetrieveDependenciesForUninstall("ContosoBase").dependencies(access);

        assertThat(dependencies)
                .filteredOn(dependency -> dependency.requiredType() == ATTRIBUTE)
                .singleElement()
                .satisfies(dependency -> {
                    assertThat(dependency.dependentId()).isEqualTo(PackageBuilder.id("other form"));
                    assertThat(dependency.dependentType()).isEqualTo(FORM);
                });
        assertThat(dependencies).extracting(Dependency::dependentId).doesNotContain(PackageBuilder.id("own view"));
    }

    @Test
    void aFormThatMergesUsesWhatAnyOfItsLayersShows() throws Exception {
        String column = new RetrieveDependenciesForUninstall("ContosoBase")
                .dependencies(access).stream()
                        .filter(dependency -> dependency.requiredType() == ATTRIBUTE)
                        .map(Dependency::requiredId)
                        .findFirst()
                        .orElseThrow();

        assertThat(new RetrieveDependenciesForDelete(column, ATTRIBUTE).dependents(access))
                .contains(new Dependent(PackageBuilder.id("other form"), FORM));
    }

    @Test
    void nothingUsesTheTopSolution() throws Exception {
        assertThat(new RetrieveDependenciesForUninstall("ContosoMoreForms").dependencies(access))
                .isEmpty();
    }

    @Test
    void aRefusalIsTold() {
        contoso.script()
                .on("RetrieveDependenciesForUninstall")
                .always()
                .refuse(403, "0x80040220", "missing prvReadSolution");

        assertThatThrownBy(() -> new RetrieveDependenciesForUninstall("ContosoBase").dependencies(access))
                .isInstanceOf(WebApiException.class)
                .hasMessageContaining("Tried to read what uses the components of ContosoBase")
                .hasMessageContaining("prvReadSolution");
    }

    @Test
    void aSolutionThatIsNotThereIsTold() {
        assertThatThrownBy(() -> new RetrieveDependenciesForUninstall("Fabrikam").dependencies(access))
                .isInstanceOf(WebApiException.class)
                .hasMessageContaining("Fabrikam");
    }
}
