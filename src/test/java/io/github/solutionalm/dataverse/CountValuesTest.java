package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.api.CountValues;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.TableNames;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.Exactness;
import io.github.solutionalm.model.DataAtRisk.What;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many values a deletion would lose: exact up to 50,000 rows, "5,000 or more" beyond, or unknown. */
class CountValuesTest extends AgainstContoso {

    private static final String TABLE = "contoso_order";
    private static final String ROLE = "3f0c2c1e-52c7-4c0e-8d3a-2f6c1c7f3001";

    private OperationContext access;

    @BeforeEach
    void connect() throws Exception {
        access = contoso.access();
        contoso.server
                .data()
                .rows(TABLE, 40_000)
                .values(TABLE, "contoso_note", 1_234)
                .values(TABLE, "contoso_customerid", 17)
                .values(TABLE, "contoso_empty", 0);
    }

    @Test
    void countsTheValuesOfSeveralColumnsAtOnce() throws Exception {
        assertThat(counter(TABLE).values(List.of("contoso_note", "contoso_customerid", "contoso_empty")))
                .containsEntry("contoso_note", values(1_234, Exactness.COUNTED))
                .containsEntry("contoso_customerid", values(17, Exactness.COUNTED))
                .containsEntry("contoso_empty", values(0, Exactness.COUNTED));
        assertThat(contoso.server.requestsByCall()).containsEntry("contoso_orders", 1L);
    }

    @Test
    void countsTenColumnsInOneQuestion() throws Exception {
        List<String> columns =
                IntStream.range(0, 23).mapToObj(i -> "contoso_c" + i).toList();
        columns.forEach(column -> contoso.server.data().values(TABLE, column, 5));

        assertThat(counter(TABLE).values(columns)).hasSize(23);
        assertThat(contoso.server.requestsByCall()).containsEntry("contoso_orders", 3L);
    }

    @Test
    void ofALargeTableCountsColumnByColumnAsFarAsTheEnvironmentCounts() throws Exception {
        contoso.server.data().rows(TABLE, 2_000_000).values(TABLE, "contoso_note", 700_000);

        assertThat(counter(TABLE).values(List.of("contoso_note", "contoso_customerid")))
                .containsEntry("contoso_note", values(5_000, Exactness.AT_LEAST))
                .containsEntry("contoso_customerid", values(17, Exactness.COUNTED));
    }

    @Test
    void exactlyFiveThousandIsACount() throws Exception {
        contoso.server.data().rows(TABLE, 2_000_000).values(TABLE, "contoso_note", 5_000);

        assertThat(counter(TABLE).values(List.of("contoso_note")))
                .containsEntry("contoso_note", values(5_000, Exactness.COUNTED));
    }

    @Test
    void aColumnThatCannotBeCountedSpoilsNotTheOthers() throws Exception {
        assertThat(counter(TABLE).values(List.of("contoso_note", "contoso_unknown")))
                .containsEntry("contoso_note", values(1_234, Exactness.COUNTED))
                .containsEntry("contoso_unknown", DataAtRisk.unknown(What.VALUES));
    }

    @Test
    void whatTheUserMayNotReadIsUnknown() throws Exception {
        CountValues counter = counter(TABLE);
        contoso.script().on("contoso_orders").always().refuse(403, "0x80040220", "missing prvReadcontoso_order");

        assertThat(counter.values(List.of("contoso_note")))
                .containsEntry("contoso_note", DataAtRisk.unknown(What.VALUES));
        assertThat(counter.rowsWith("contoso_note", "1", What.CHOICES)).isEqualTo(DataAtRisk.unknown(What.CHOICES));
        assertThat(contoso.server.requestsByCall()).containsEntry("contoso_orders", 2L);
    }

    @Test
    void onlyTheQuestionThatIsRefusedIsUnanswered() throws Exception {
        contoso.server.data().rows(TABLE, 2_000_000);
        CountValues counter = counter(TABLE);
        contoso.script()
                .on("contoso_orders")
                .asking("attribute=\"contoso_note\" operator")
                .always()
                .refuse(400, "0x80044151", "SQL timeout expired");

        assertThat(counter.values(List.of("contoso_note", "contoso_customerid")))
                .containsEntry("contoso_note", DataAtRisk.unknown(What.VALUES))
                .containsEntry("contoso_customerid", values(17, Exactness.COUNTED));
    }

    @Test
    void countsTheRowsThatHaveOneValueOfAChoice() throws Exception {
        contoso.server.data().values(TABLE, "contoso_status", "100000001", 321);

        assertThat(counter(TABLE).rowsWith("contoso_status", "100000001", What.CHOICES))
                .isEqualTo(new DataAtRisk(What.CHOICES, OptionalLong.of(321), Exactness.COUNTED));
    }

    @Test
    void countsTheUsersThatHaveARole() throws Exception {
        contoso.server.data().values("systemuserroles", "roleid", ROLE, 70_000);

        assertThat(counter("systemuserroles").rowsWith("roleid", ROLE, What.ASSIGNMENTS))
                .isEqualTo(new DataAtRisk(What.ASSIGNMENTS, OptionalLong.of(5_000), Exactness.AT_LEAST));
    }

    private CountValues counter(String table) throws Exception {
        return new CountValues(access, TableNames.of(access, List.of(table)).get(table));
    }

    private static DataAtRisk values(long count, Exactness exactness) {
        return new DataAtRisk(What.VALUES, OptionalLong.of(count), exactness);
    }
}
