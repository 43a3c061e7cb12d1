package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that come with a table or with another column stay as long as that does, whether a new version lists them or not. */
class StayingColumnsTest {

    private static final String OF_THE_TABLE = column("contoso_orderid", "primarykey", "")
            + column("contoso_title", "nvarchar", "<DisplayMask>PrimaryName|ValidForForm</DisplayMask>")
            + column("contoso_open", "state", "")
            + column("contoso_reason", "status", "")
            + column("contoso_whose", "owner", "");
    private static final String TOTAL = column("contoso_total", "money", "<SourceType>0</SourceType>");
    private static final String TOTAL_BASE =
            column("contoso_total_base", "money", "<CalculationOf>contoso_total</CalculationOf>");
    private static final String SUM = column("contoso_sum", "int", "<SourceType>2</SourceType>");
    private static final String OF_SUM =
            column("contoso_sum_date", "datetime", "") + column("contoso_sum_state", "int", "");
    private static final String PHOTO = column("contoso_photo", "image", "");
    private static final String OF_PHOTO = column("contoso_photo_url", "nvarchar", "");
    private static final String KIND = column("contoso_kind", "picklist", "");
    private static final String OF_KIND = column("contoso_kindname", "virtual", "");
    private static final String NOTE = column("contoso_note", "nvarchar", "");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void aTable() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(orders(
                "1.0", OF_THE_TABLE + TOTAL + TOTAL_BASE + SUM + OF_SUM + PHOTO + OF_PHOTO + KIND + OF_KIND + NOTE));
    }

    @Test
    void theTablesOwnStay() throws Exception {
        assertThat(deletedBy(orders("2.0", TOTAL + SUM + PHOTO + KIND + NOTE))).isEmpty();
        assertThat(columns())
                .contains("contoso_orderid", "contoso_title", "contoso_open", "contoso_reason", "contoso_whose");
    }

    @Test
    void thoseOfAnotherColumnStayWithIt() throws Exception {
        assertThat(deletedBy(orders("2.0", OF_THE_TABLE + TOTAL + SUM + PHOTO + KIND)))
                .containsExactly("contoso_note");
        assertThat(columns())
                .contains("contoso_total_base", "contoso_sum_date", "contoso_sum_state", "contoso_photo_url")
                .contains("contoso_kindname");
    }

    @Test
    void thoseOfAnotherColumnGoWithIt() throws Exception {
        assertThat(deletedBy(orders("2.0", OF_THE_TABLE + NOTE + SUM + PHOTO)))
                .containsExactly("contoso_kind", "contoso_kindname", "contoso_total", "contoso_total_base");
        assertThat(deletedBy(orders("3.0", OF_THE_TABLE + NOTE)))
                .containsExactly(
                        "contoso_photo", "contoso_photo_url", "contoso_sum", "contoso_sum_date", "contoso_sum_state");
    }

    @Test
    void allGoWithTheTable() throws Exception {
        Path next = managed("Orders", "2.0").webResource("contoso_/a.js", "a").zip(folder);

        assertThat(deletedBy(next)).hasSize(15).contains("contoso_orderid", "contoso_title", "contoso_sum_state");
        assertThat(columns()).isEmpty();
    }

    @Test
    void oneThatThePackageBringsAnewDoesNotGo() throws Exception {
        rehearsal.imports(orders("2.0", OF_THE_TABLE + SUM));
        String own = column("contoso_sum_date", "datetime", "");

        assertThat(deletedBy(orders("3.0", OF_THE_TABLE + own))).containsExactly("contoso_sum", "contoso_sum_state");
        assertThat(columns()).contains("contoso_sum_date");
    }

    @Test
    void aColumnThatIsOnlyCalledLikeThatGoes() throws Exception {
        String delivery = column("contoso_delivery", "nvarchar", "") + column("contoso_weight", "decimal", "");
        String called = column("contoso_delivery_date", "datetime", "")
                + column("contoso_deliveryname", "nvarchar", "")
                + column("contoso_weight_base", "decimal", "")
                + column("contoso_weight_date", "datetime", "")
                + column("contoso_weight_url", "nvarchar", "");
        rehearsal.imports(orders("2.0", OF_THE_TABLE + delivery + called));

        assertThat(deletedBy(orders("3.0", OF_THE_TABLE + delivery)))
                .containsExactly(
                        "contoso_delivery_date",
                        "contoso_deliveryname",
                        "contoso_weight_base",
                        "contoso_weight_date",
                        "contoso_weight_url");
    }

    private List<String> deletedBy(Path next) throws Exception {
        ImportResult result = rehearsal.imports(next);
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        return result.components().stream()
                .filter(component -> component.change() == Change.DELETE)
                .map(ComponentResult::key)
                .filter(key -> key.type().equals(ComponentType.ATTRIBUTE))
                .map(key -> key.key().substring("contoso_order.".length()))
                .toList();
    }

    private List<String> columns() throws Exception {
        return rehearsal.content().components().stream()
                .filter(component -> component.key().type().equals(ComponentType.ATTRIBUTE))
                .map(component -> component.key().key().substring("contoso_order.".length()))
                .toList();
    }

    private Path orders(String version, String columns) throws Exception {
        return managed("Orders", version)
                .section(
                        "Entities",
                        """
                        <Entity><Name>contoso_order</Name><EntityInfo><entity Name="contoso_order"><IsCustomizable>1</IsCustomizable><attributes>%s</attributes>\
                        </entity></EntityInfo></Entity>
                        """
                                .formatted(columns))
                .zip(folder);
    }

    private static String column(String name, String type, String more) {
        return "<attribute PhysicalName=\"%s\"><Type>%s</Type><LogicalName>%s</LogicalName>%s</attribute>"
                .formatted(name, type, name, more);
    }
}
