package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.dataverse.api.RetrieveTotalRecordCount;
import io.github.solutionalm.dataverse.api.TableNames;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The environment's own figure of the rows of tables, and the names by which their rows are asked for. */
class RowCountsTest extends AgainstContoso {

    @Test
    void readsTheRowsOfSeveralTablesAtOnce() throws Exception {
        contoso.server.data().rows("contoso_order", 3_000_000_000L).rows("contoso_line", 0);

        assertThat(RetrieveTotalRecordCount.of(contoso.access(), List.of("contoso_order", "contoso_line")))
                .isEqualTo(Map.of("contoso_order", 3_000_000_000L, "contoso_line", 0L));
        assertThat(contoso.server.requestsByCall()).containsEntry("RetrieveTotalRecordCount", 1L);
    }

    @Test
    void readsManyTablesInSomeQuestions() throws Exception {
        assertThat(RetrieveTotalRecordCount.of(contoso.access(), tables(120))).hasSize(120);
        assertThat(contoso.server.requestsByCall()).containsEntry("RetrieveTotalRecordCount", 3L);
    }

    @Test
    void aTableThatIsNotThereIsLeftOut() throws Exception {
        contoso.server.data().rows("contoso_order", 12);

        assertThat(RetrieveTotalRecordCount.of(contoso.access(), List.of("contoso_gone", "contoso_order")))
                .isEqualTo(Map.of("contoso_order", 12L));
        assertThat(RetrieveTotalRecordCount.of(contoso.access(), List.of("contoso_gone")))
                .isEmpty();
    }

    @Test
    void whoMayNotAskIsTold() {
        contoso.script()
                .on("RetrieveTotalRecordCount")
                .always()
                .refuse(403, "0x80040220", "missing prvReadOrganization");

        assertThatThrownBy(() -> RetrieveTotalRecordCount.of(contoso.access(), tables(2)))
                .isInstanceOf(WebApiException.class)
                .hasMessageContaining("Tried to read how many rows tables have")
                .hasMessageContaining("prvReadOrganization");
    }

    @Test
    void readsTheNamesOfTablesByTwenties() throws Exception {
        List<String> tables = tables(45);

        Map<String, TableNames> names = TableNames.of(contoso.access(), tables);

        assertThat(names.keySet()).containsExactlyInAnyOrderElementsOf(tables);
        assertThat(names.get("contoso_t7")).isEqualTo(new TableNames("contoso_t7", "contoso_t7s", "contoso_t7id"));
        assertThat(contoso.server.requestsByCall()).containsEntry("EntityDefinitions", 3L);
    }

    @Test
    void aTableWithoutDefinitionHasNoNames() throws Exception {
        assertThat(TableNames.of(contoso.access(), List.of("contoso_gone"))).isEmpty();
        assertThat(TableNames.of(contoso.access(), List.of("SystemUserRoles")))
                .containsEntry(
                        "systemuserroles",
                        new TableNames("systemuserroles", "systemuserrolescollection", "systemuserroleid"));
    }

    @Test
    void whoMayNotReadDefinitionsIsTold() {
        contoso.script().on("EntityDefinitions").always().refuse(403, "0x80040220", "missing prvReadEntity");

        assertThatThrownBy(() -> TableNames.of(contoso.access(), List.of("contoso_order")))
                .isInstanceOf(WebApiException.class)
                .hasMessageContaining("Tried to read the names of tables");
    }

    private List<String> tables(int count) {
        List<String> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tables.add("contoso_t" + i);
            contoso.server.data().rows("contoso_t" + i, i);
        }
        return tables;
    }
}
