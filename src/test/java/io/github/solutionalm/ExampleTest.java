package io.github.solutionalm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An example of a page is held against what was written, but for what it leaves out. */
class ExampleTest {

    private static final String WRITTEN =
            """
            {
              "schema": 1,
              "environment": {
                "id": "rehearsal"
              },
              "counts": [],
              "startedOn": "2026-11-28T12:00:00Z",
              "errors": []
            }
            """;

    @Test
    void showsAllLinesOrSaysWhereSomeAreLeftOut() {
        assertThat(missing("{\n  \"schema\": 1,\n  …\n  \"errors\": []\n}\n")).isEmpty();
        assertThat(missing("  …\n  \"counts\": [],\n  …\n")).isEmpty();
        assertThat(missing("  \"schema\": 1,\n  \"errors\": []\n"))
                .containsExactly("  \"schema\": 1,", "  \"errors\": []");
    }

    @Test
    void hasNoKeyThatIsNotWritten() {
        assertThat(missing("{\n  …\n  \"warnings\": []\n}\n")).containsExactly("  \"warnings\": []", "}");
    }

    @Test
    void hasThemInTheirOrder() {
        assertThat(missing("  \"errors\": []\n  …\n  \"schema\": 1,\n")).containsExactly("  \"schema\": 1,");
    }

    @Test
    void leavesOutAValueAsAWhole() {
        assertThat(missing("  \"environment\": …,\n  \"counts\": [],\n")).isEmpty();
        assertThat(missing("  \"environment\": …,\n  \"errors\": []\n")).isNotEmpty();
    }

    @Test
    void isOfAnyTime() {
        assertThat(missing("  \"startedOn\": \"1999-12-31T23:59:59Z\",\n")).isEmpty();
    }

    @Test
    void showsXmlWithLineBreaks() {
        String written = "<form><tabs><tab id=\"1\" name=\"a\"><rows/></tab></tabs></form>";

        assertThat(new Example("<form>\n  <tabs>\n    <tab … name=\"a\">…</tab>\n  </tabs>\n</form>\n")
                        .missingIn(written))
                .isEmpty();
        assertThat(new Example("<form>\n  <tab … name=\"a\">…</tab>\n</form>\n").missingIn(written))
                .isNotEmpty();
    }

    private static List<String> missing(String example) {
        return new Example(example).missingIn(WRITTEN);
    }
}
