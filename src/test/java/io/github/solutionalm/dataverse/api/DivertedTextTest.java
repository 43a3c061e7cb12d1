package io.github.solutionalm.dataverse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One text of JSON goes aside, and the rest stays what it was. */
class DivertedTextTest {

    private final StringWriter text = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Workbook/>",
                "",
                "a \"quoted\" \\ / \b\f\n\r\t é \u0000 \ud83d\ude00",
                "\\",
                "\\\\\"",
                "ends in \\\"",
                "\"log\":\"not this\""
            })
    void isWhatItWas(String content) throws Exception {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("first", "x\\\"log\":")
                .put("Status", "log");
        json.putObject("inner").put("log", content).put("after", "log");

        JsonNode rest = rest(json.toString());

        assertThat(text).hasToString(content);
        json.withObject("inner").put("log", "");
        assertThat(rest).isEqualTo(json);
    }

    @Test
    void isUnescaped() throws Exception {
        assertThat(rest("{\"log\" : \"\\u003Ca\\u003e\\/\\ud83d\\ude00\"}")
                        .path("log")
                        .asText("x"))
                .isEmpty();

        assertThat(text).hasToString("<a>/\ud83d\ude00");
    }

    @Test
    void beginsWithWhatIsNoWhiteSpace() throws Exception {
        rest("{\"log\":\" \\r\\n<a> </a>\"}");

        assertThat(text).hasToString("<a> </a>");
    }

    @Test
    void otherValuesStay() throws Exception {
        assertThat(rest("{\"log\":null,\"b\":[\"log\",\"text\"]}").toString())
                .isEqualTo("{\"log\":null,\"b\":[\"log\",\"text\"]}");

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void onlyTheFirstOfThatName() throws Exception {
        assertThat(rest("{\"a\":{\"log\":\"1\"},\"log\":\"2\"}").path("log").asText())
                .isEqualTo("2");

        assertThat(text).hasToString("1");
    }

    @Test
    void refusesWhatBreaksOffAndWhatIsNoJson() {
        assertThatThrownBy(() -> rest("{\"log\":\"abc")).hasMessageContaining("ends in the middle of log");
        assertThatThrownBy(() -> rest("{\"log\":\"\\x\"}")).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> rest("{\"log\":\"\\u12g4\"}")).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void boundsTheRest() {
        String large = "x".repeat(5 * 1024 * 1024);

        assertThatThrownBy(() -> rest("{\"log\":\"a\",\"other\":\"" + large + "\"}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("besides log");
    }

    private JsonNode rest(String json) throws IOException {
        return new ObjectMapper().readTree(new DivertedText(new StringReader(json), "log", text));
    }
}
