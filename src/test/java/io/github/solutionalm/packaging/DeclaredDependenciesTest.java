package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import io.github.solutionalm.model.SolutionVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How {@code MissingDependencies} names what the solution needs from outside, in old and new exports. */
class DeclaredDependenciesTest {

    private static MissingDependency dependency(String required) {
        List<MissingDependency> dependencies = saying("<MissingDependencies><MissingDependency>" + required
                        + "<Dependent key='1' type='60' displayName='Order' id='{56A0CA44-0000-4000-8000-000000000001}'/>"
                        + "</MissingDependency></MissingDependencies>")
                .manifest()
                .missingDependencies();
        assertThat(dependencies).hasSize(1);
        return dependencies.get(0);
    }

    private static MissingDependency.Part required(String required) {
        return dependency(required).required();
    }

    @Test
    void aTableOfAnotherSolution() {
        MissingDependency dependency = dependency(
                "<Required key='0' type='1' schemaName='msdyn_priceList' displayName='Price List' solution='ProjectService (1.1.0.62)'/>");

        assertThat(dependency.required().key()).isEqualTo(key("Entity", "msdyn_pricelist"));
        assertThat(dependency.required().displayName()).isEqualTo("Price List");
        assertThat(dependency.required().solution())
                .contains(new RequiredSolution("ProjectService", Optional.of(SolutionVersion.parse("1.1.0.62"))));
        assertThat(dependency.dependent().key()).isEqualTo(key("SystemForm", "56a0ca44-0000-4000-8000-000000000001"));
    }

    @Test
    void newExportsNameTheAnchorPackageToo() {
        MissingDependency.Part required = required(
                """
                <Required type="61" schemaName="msdyn_/Images/x.png" displayName="x" solution="AppModuleWebResources (2.5)">
                  <package appName="AppModule Web Resources Package" version="2.5">AppModuleWebResources (2.5)</package>
                </Required>
                """);

        assertThat(required.key()).isEqualTo(key("WebResource", "msdyn_/images/x.png"));
        assertThat(required.solution()).hasToString("Optional[AppModuleWebResources (2.5)]");
    }

    @Test
    void aColumnIsKnownByItsTable() {
        assertThat(required(
                                "<Required type='2' schemaName='contoso_Total' parentSchemaName='contoso_Order' solution='System (5.0)'/>")
                        .key())
                .isEqualTo(key("Attribute", "contoso_order.contoso_total"));
    }

    @Test
    void aViewIsKnownByItsId() {
        assertThat(required(
                                "<Required type='26' id='{AAAAAAAA-0000-4000-8000-000000000001}' parentSchemaName='account' displayName='All'/>")
                        .key())
                .isEqualTo(key("SavedQuery", "aaaaaaaa-0000-4000-8000-000000000001"));
    }

    @Test
    void aRoleMayBeStoredUnderItsRootRolesIdToo() {
        assertThat(required(
                                "<Required type='20' id='{AAAAAAAA-0000-4000-8000-000000000001}' parentId='{BBBBBBBB-0000-4000-8000-000000000001}'/>")
                        .keys())
                .containsExactly("aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000001");
    }

    @Test
    void rowsOfSolutionAwareTablesAreKnownByTheirKeyColumns() {
        assertThat(required(
                                "<Required type='connectionreference' displayName='Mail' solution='Active' id.connectionreferencelogicalname='contoso_Mail'/>")
                        .key())
                .isEqualTo(key("connectionreference", "contoso_mail"));
        assertThat(required("<Required type='EnvironmentVariableDefinition' id.schemaname='contoso_Url'/>")
                        .key())
                .isEqualTo(key("environmentvariabledefinition", "contoso_url"));
        assertThat(required("<Required type='appsetting' id.uniquename='b' id.parentappmoduleid.uniquename='a'/>")
                        .key())
                .as("several columns, in the order of their names")
                .isEqualTo(key("appsetting", "parentappmoduleid.uniquename=a,uniquename=b"));
    }

    @Test
    void whatWasUnmanagedAtTheSourceNamesNoSolution() {
        RequiredSolution active = required("<Required type='1' schemaName='contoso_x' solution='Active'/>")
                .solution()
                .orElseThrow();

        assertThat(active.isActive()).isTrue();
        assertThat(required("<Required type='1' schemaName='contoso_x'/>").solution())
                .isEmpty();
    }

    @Test
    void aVersionThatCannotBeReadIsNotKnown() {
        assertThat(required("<Required type='1' schemaName='contoso_x' solution='Odd (Name) (one)'/>")
                        .solution())
                .contains(new RequiredSolution("Odd (Name)", Optional.empty()));
    }

    @Test
    void aDependencyWithoutItsRequiredSideSaysNothing() {
        assertThat(saying(
                                "<MissingDependencies><MissingDependency><Dependent type='1'/></MissingDependency></MissingDependencies>")
                        .manifest()
                        .missingDependencies())
                .isEmpty();
    }
}
