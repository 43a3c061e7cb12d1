package io.github.solutionalm.report.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.report.ImportJobTest;
import io.github.solutionalm.report.ImportResultDocumentTest;
import io.github.solutionalm.report.ResultFixture;
import io.github.solutionalm.report.Workbook;
import io.github.solutionalm.report.xml.XmlText;
import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Names and messages come out of packages: whatever stands in them, every report stays readable. */
class NastyCharactersTest {

    static Stream<String> texts() {
        return Stream.of(
                "]]> <![CDATA[ </Data> <!-- & &amp; &#0;",
                "\"quoted\" 'twice'",
                "emoji 😀 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢, right to left \u202E, nothing \u200B",
                "half \uD83D of a pair, other half \uDE00",
                "not a character \uFFFE \uFFFF",
                "all controls " + controls(),
                "=HYPERLINK(\"http://example.invalid\")",
                "x".repeat(40_000));
    }

    private static String controls() {
        return IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theLogStaysXml(String text) throws Exception {
        String shown = Workbook.logOf(failure(text)).column("LocalizedName").get(1);

        assertThat(shown).startsWith(text.substring(0, 3));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theJobStaysXmlAndSoDoesTheListInIt(String text) throws Exception {
        Document job = ImportJobTest.jobOf(failure(text));

        String list = ImportJobTest.values(job, "//parameter[2]").get(0);
        Document missing = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(list.getBytes("UTF-8")));
        assertThat(ImportJobTest.values(missing, "//Required/@displayName")).containsExactly(XmlText.clean(text));
        assertThat(ImportJobTest.values(job, "//workflow/result/@errortext")).containsExactly(XmlText.clean(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theResultStaysJson(String text) throws Exception {
        JsonNode json = JsonMapper.builder().build().readTree(ImportResultDocumentTest.json(failure(text)));

        // Only half a pair cannot be written in UTF-8; all else comes back as it was.
        String expected = text.contains("half") ? text.replace('\uD83D', '?').replace('\uDE00', '?') : text;
        assertThat(json.at("/components/0/text").asText()).isEqualTo(expected);
        assertThat(json.at("/errors/0/message").asText()).isEqualTo(expected);
    }

    @Test
    void aFileThatIsShownSteersNoTerminal() throws Exception {
        String json = ImportResultDocumentTest.json(failure(controls() + "\u202E\u2066\u2028\u200B\uFEFF"));

        assertThat(json)
                .doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202E\\u2066\\u2028\\u200B\\uFEFF]")
                .contains("\\u009B");
    }

    private static ImportResult failure(String text) {
        return ResultFixture.upgrade()
                .named("Nasty", text)
                .outcome(Outcome.FAILED)
                .error("0x8004801D", "ImportMissingDependenciesError", text)
                .missing(
                        ResultFixture.part(ComponentType.ENTITY, "contoso_x", text),
                        ResultFixture.part(ComponentType.WORKFLOW, "flow", text))
                .component(ComponentType.WORKFLOW, "flow", text, Change.ADD, Status.FAILURE, "0x1", text)
                .build();
    }
}
