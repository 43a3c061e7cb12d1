package io.github.solutionalm.dataverse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.ConcurrencyRefusal;
import io.github.solutionalm.dataverse.http.PlatformError;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why a job failed stands in a short text for people and in a long one: each may lack what the other says. */
class SystemJobTest {

    private static final String LIST = "<MissingDependencies><MissingDependency>"
            + "<Required type=\"1\" schemaName=\"contoso_order\" solution=\"Base (1.0)\"/>"
            + "<Dependent type=\"60\" displayName=\"Form\"/></MissingDependency></MissingDependencies>";

    @Test
    void theShortTextIsForPeople() {
        PlatformError error =
                failed("The solution is damaged.", "Microsoft.Crm.CrmException: The solution is damaged.");

        assertThat(error.message()).isEqualTo("The solution is damaged.");
    }

    @Test
    void theLongTextStandsInWhereThereIsNoShortOne() {
        PlatformError error = failed(null, "Microsoft.Crm.CrmException: It broke.\r\n   at Microsoft.Crm.Import()");

        assertThat(error.message()).isEqualTo("It broke.");
    }

    @Test
    void aShortTextThatSaysNothingIsFollowedByTheLongOne() {
        PlatformError error = failed("An unexpected error occurred.", "Column contoso_a is of another type.");

        assertThat(error.message()).isEqualTo("An unexpected error occurred. Column contoso_a is of another type.");
    }

    @Test
    void whatIsMissingIsFoundInTheLongText() {
        PlatformError error = failed("An unexpected error occurred.", "Some dependencies are missing: " + LIST);

        assertThat(MissingParts.inText(error.message())).hasSize(1);
    }

    @Test
    void theOtherOperationIsFoundInTheLongText() {
        PlatformError error = failed("The import failed.", "Could not acquire Write lock in time 180000 milliseconds");

        assertThat(ConcurrencyRefusal.of(error)).isPresent();
    }

    @Test
    void theCodeIsFoundInTheTexts() {
        PlatformError error = failed("The import failed.", "It failed with 0x80048540 at the patch.");

        assertThat(error.hex()).contains("0x80048540");
    }

    private static PlatformError failed(String brief, String whole) {
        ObjectNode row = new ObjectMapper().createObjectNode();
        row.put("asyncoperationid", UUID.randomUUID().toString());
        row.put("statecode", 3);
        row.put("statuscode", 31);
        row.put("friendlymessage", brief);
        row.put("message", whole);
        return SystemJob.of(row).orElseThrow().error().orElseThrow();
    }
}
