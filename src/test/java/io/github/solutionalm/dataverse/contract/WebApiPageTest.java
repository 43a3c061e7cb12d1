package io.github.solutionalm.dataverse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read of the Web API is what the tests hold. */
class WebApiPageTest {

    @Test
    void saysWhatTheContractsSay() throws Exception {
        assertThat(Files.readString(WebApiPage.FILE))
                .as("%s is made of src/test/resources/contracts. Run WebApiPage to write it anew.", WebApiPage.FILE)
                .isEqualTo(WebApiPage.of(Contracts.all()));
    }

    @Test
    void listsWhatNoSourceStates() throws Exception {
        String contract =
                """
                {"call": ["GET things", "DELETE things"], "for": "tests", "page": "https://example.com/a/thing?view=x",
                 "sources": {"s": "https://example.com/s"},
                 "reads": [{"member": "name", "type": "Edm.String", "source": "s"},
                           {"member": "size|weight", "type": "Edm.Int32", "confirmed": false, "lookedFor": "the page"}]}
                """;

        assertThat(WebApiPage.of(List.of(Contracts.of("things", new ObjectMapper().readTree(contract)))))
                .contains(
                        "| GET things<br>DELETE things | tests | [thing](https://example.com/a/thing?view=x) | 1 of 2 confirmed |\n")
                .endsWith("| things | `size\\|weight` | the page |\n");
    }
}
