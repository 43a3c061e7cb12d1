package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.ComponentRows.Member;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real environment says that it holds. */
class ListingTest {

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void start() throws Exception {
        contoso = new Contoso(folder, settings -> settings.pageSize(3));
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.STAGE,
                contoso.zip("ContosoBase_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_1_0_1_0_patch_managed"),
                contoso.zip("ContosoOrders_2_0_0_0_managed"));
    }

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void listsSolutionsWithPatchesAndStagedUpgrades() throws Exception {
        EnvironmentContent content = contoso.environment().list(false);

        assertThat(content.solutions())
                .extracting(EnvironmentContent.Solution::uniqueName)
                .containsExactlyInAnyOrder(
                        "ContosoBase", "ContosoOrders", "ContosoOrders_Patch_5d1c7a20", "ContosoOrders_Upgrade");
        assertThat(content.solutions())
                .filteredOn(solution -> solution.patchOf().isPresent())
                .singleElement()
                .satisfies(patch -> assertThat(patch.patchOf()).contains("ContosoOrders"));
        assertThat(content.solutions())
                .filteredOn(solution -> solution.holdingFor().isPresent())
                .singleElement()
                .satisfies(staged -> assertThat(staged.holdingFor()).contains("ContosoOrders"));
        assertThat(content.components()).isEmpty();
        assertThat(content.solutions())
                .allSatisfy(solution -> assertThat(solution.components()).isEmpty());
        assertThat(content.unpublished()).isEmpty();
    }

    @Test
    void listsComponentsWithTheSolutionsThatHoldThem() throws Exception {
        EnvironmentContent content = contoso.environment().list(true);

        assertThat(content.components()).isNotEmpty();
        assertThat(content.components())
                .extracting(component -> component.key().type().name())
                .contains("Entity");
        assertThat(content.components()).anySatisfy(component -> assertThat(component.layers())
                .containsSubsequence("ContosoOrders", "ContosoOrders_Upgrade"));
        assertThat(content.components())
                .allSatisfy(component -> assertThat(component.published()).isEmpty());
        assertThat(content.solutions())
                .allSatisfy(solution -> assertThat(solution.components()).isPresent());
    }

    @Test
    void readsWithEachComponentTheNumberOfItsTypeAndWhetherItsPartsBelongToIt() throws Exception {
        OperationContext access = contoso.access();
        List<Member> members = new ArrayList<>();

        new ComponentRows(access.api(), access.deadline()).each(members::add);

        assertThat(members)
                .filteredOn(member -> member.type() == ComponentType.ENTITY.code())
                .extracting(Member::behavior)
                .contains(0, 1, 2);
        assertThat(members).allMatch(member -> member.type() > 0);
    }

    @Test
    void tellsOfPausesThatTheEnvironmentMakesNecessary() throws Exception {
        contoso.script().on("RetrieveVersion").throttle("0x80072322", Duration.ofSeconds(17));
        contoso.script().on("solutions").throttle("0x80072322", Duration.ofSeconds(17));

        contoso.environment().list(false);

        assertThat(contoso.retries).isNotEmpty().allSatisfy(told -> assertThat(told)
                .startsWith("PT17")
                .contains("the environment currently accepts no more requests: ")
                .endsWith(" (0x80072322)"));
    }
}
