package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.ComponentRows.Member;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.embedded.PackageBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's own solutions: they tell what an environment has, and nobody installed them. */
class InnerSolutionsTest extends AgainstContoso {

    private static final String SUMMARIES = "msdyn_solutioncomponentsummaries";

    private OperationContext access;

    @BeforeEach
    void anEnvironmentWithManagedComponentsAndOneThatIsCustomized() throws Exception {
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.INSTALL,
                PackageBuilder.managed("ContosoBase", "1.0.0.0")
                        .columns("contoso_order", 20, "Column")
                        .webResource("contoso_/a.js", "// a")
                        .zip(folder),
                PackageBuilder.managed("ContosoForms", "1.0.0.0")
                        .mainForm("contoso_order", "form", "contoso_c0")
                        .zip(folder),
                PackageBuilder.unmanaged("Work", "1.0.0.0")
                        .webResource("contoso_/a.js", "// customized")
                        .zip(folder));
        access = contoso.access();
    }

    @Test
    void areNotListedAmongTheInstalledSolutions() throws Exception {
        assertThat(contoso.environment().list(true).solutions())
                .extracting(EnvironmentContent.Solution::uniqueName)
                .containsExactlyInAnyOrder("ContosoBase", "ContosoForms", "Work");
    }

    @Test
    void areThereAllTheSame() throws Exception {
        assertThat(InstalledRows.of(access.api(), access.deadline()).rows())
                .filteredOn(SolutionRow::isInner)
                .extracting(SolutionRow::uniqueName)
                .containsExactlyInAnyOrder("Default", "Active", "Basic", "System");
    }

    @Test
    void defaultListsEachComponentAndActiveThoseThatAreCustomized() throws Exception {
        List<Member> members = members();
        Set<String> inDefault = keys(members, "Default");

        assertThat(inDefault).containsAll(keys(members, "ContosoBase")).containsAll(keys(members, "ContosoForms"));
        assertThat(keys(members, "Active")).containsExactlyElementsOf(keys(members, "Work"));
    }

    @Test
    void defaultNamesAllComponentsOfOneTypePageByPage() throws Exception {
        List<JsonNode> columns = summaries(2, 7);

        assertThat(columns)
                .extracting(row -> row.path("msdyn_name").asText())
                .contains("contoso_c0", "contoso_c19")
                .doesNotHaveDuplicates();
        assertThat(columns)
                .allMatch(row -> row.path("msdyn_primaryentityname").asText().equals("contoso_order"));
        assertThat(contoso.server.requestsByCall().get(SUMMARIES)).isGreaterThan(2);
    }

    @Test
    void saysOfEachComponentWhetherItHasAnUnmanagedLayer() throws Exception {
        assertThat(summaries(61, 100))
                .filteredOn(row -> row.path("msdyn_name").asText().equals("contoso_/a.js"))
                .singleElement()
                .matches(row -> row.path("msdyn_hasactivecustomization").booleanValue());
        assertThat(summaries(2, 100))
                .extracting(row -> row.path("msdyn_hasactivecustomization").booleanValue())
                .contains(true, false);
    }

    private List<Member> members() throws Exception {
        List<Member> members = new ArrayList<>();
        new ComponentRows(access.api(), access.deadline()).each(members::add);
        return members;
    }

    private Set<String> keys(List<Member> members, String solution) throws Exception {
        String id = id(solution);
        return members.stream()
                .filter(member -> member.solutionId().equals(id))
                .map(member -> member.key().toString())
                .collect(Collectors.toSet());
    }

    private String id(String solution) throws Exception {
        return InstalledRows.of(access.api(), access.deadline())
                .row(solution)
                .orElseThrow()
                .id();
    }

    private List<JsonNode> summaries(int type, int pageSize) throws Exception {
        ApiPath path = ApiPath.of(SUMMARIES)
                .with("$select", "msdyn_name,msdyn_primaryentityname,msdyn_hasactivecustomization")
                .with(
                        "$filter",
                        "(msdyn_solutionid eq " + id("Default") + ") and (msdyn_componenttype eq " + type + ")");
        List<JsonNode> rows = new ArrayList<>();
        new Rows("read all components of a type", path, pageSize).each(access.api(), access.deadline(), rows::add);
        return rows;
    }
}
