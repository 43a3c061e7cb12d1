package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.merge.OptionValues.Value;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An update keeps the options that a new version lacks. */
class OptionValuesTest {

    private static final String EARLIER = choice("<options>" + option("1", "Low") + option("2", "High") + "</options>");

    @Test
    void areThoseOfAChoiceInItsOrder() {
        assertThat(OptionValues.of(bytes(EARLIER))).containsExactly(new Value("1", "Low"), new Value("2", "High"));
    }

    @Test
    void areThoseOfAColumnWhateverTheirKind() {
        String state =
                "<state value=\"0\"><labels><label description=\"Active\" languagecode=\"1033\"></label></labels>"
                        + "</state><state value=\"1\"></state>";
        assertThat(OptionValues.of(bytes(column(choice("<states>" + state + "</states>")))))
                .containsExactly(new Value("0", "Active"), new Value("1", ""));
        assertThat(OptionValues.of(bytes(column(choice("<statuses><status value=\"7\"></status></statuses>")))))
                .containsExactly(new Value("7", ""));
        assertThat(OptionValues.of(bytes(column("<MaxLength>1</MaxLength>")))).isEmpty();
    }

    @Test
    void anOptionThatTheNewVersionLacksComesBehindItsOwn() {
        String definition = choice("<options>" + option("3", "New") + option("2", "Very high") + "</options>");

        assertThat(keeping(definition, EARLIER))
                .isEqualTo(choice("<options>" + option("3", "New") + option("2", "Very high") + option("1", "Low")
                        + "</options>"));
    }

    @Test
    void aContainerThatTheNewVersionLacksIsMade() {
        assertThat(keeping(choice(""), EARLIER)).isEqualTo(EARLIER);
        assertThat(keeping(
                        column(choice("<options></options>")),
                        column(choice("<statuses><status state=\"1\" value=\"7\"></status></statuses>"))))
                .isEqualTo(column(
                        choice("<options></options><statuses><status state=\"1\" value=\"7\"></status></statuses>")));
    }

    @Test
    void aDefinitionThatLacksNoneIsTheSame() {
        byte[] definition = bytes("<optionset  b='1' a='2'> " + EARLIER.substring(EARLIER.indexOf("<options>")));

        assertThat(OptionValues.keeping(definition, bytes(EARLIER))).isSameAs(definition);
        assertThat(OptionValues.keeping(definition, bytes(choice("")))).isSameAs(definition);
    }

    @Test
    void aColumnThatHasNoOptionsAnyMoreGetsNone() {
        String text = column("<MaxLength>1</MaxLength>");

        assertThat(keeping(text, column(EARLIER))).isEqualTo(text);
        assertThat(keeping(column(EARLIER), text)).isEqualTo(column(EARLIER));
    }

    @Test
    void aDifferenceLacksOnlyWhatItRemoves() {
        String difference = choice("<options><option solutionaction=\"Removed\" value=\"1\"></option></options>");

        assertThat(keeping(difference, EARLIER)).isEqualTo(difference);
        assertThat(keeping(choice(""), difference)).isEqualTo(choice(""));
        assertThat(OptionValues.of(bytes(difference))).isEmpty();
    }

    @Test
    void oddDefinitionsHaveFewerValues() {
        String odd =
                choice("text<options>more<option></option><option value=\"1\"></option><option value=\"1\"></option>"
                        + "</options>");

        assertThat(keeping(choice(""), odd)).isEqualTo(choice("<options><option value=\"1\"></option></options>"));
        assertThat(keeping(odd, odd)).isEqualTo(odd);
    }

    /** Of an upgrade of tens of thousands of columns: this one is not even XML. */
    @Test
    void aDefinitionWithoutAChoiceIsNotParsed() {
        assertThat(OptionValues.of(bytes("<attribute><Type>int</Type>"))).isEmpty();
    }

    @Test
    void whatIsNoXmlIsNamed() {
        assertThatThrownBy(() -> OptionValues.of(bytes("<optionset>"))).isInstanceOf(MalformedLayerException.class);
        assertThatThrownBy(() -> keeping("", EARLIER))
                .isInstanceOf(MalformedLayerException.class)
                .hasMessageContaining("the new version");
        assertThatThrownBy(() -> keeping(EARLIER, "<a/><b/>"))
                .isInstanceOf(MalformedLayerException.class)
                .hasMessageContaining("the earlier version");
    }

    private static String keeping(String definition, String earlier) {
        return new String(OptionValues.keeping(bytes(definition), bytes(earlier)), StandardCharsets.UTF_8);
    }

    private static String choice(String content) {
        return "<optionset Name=\"p\">" + content + "</optionset>";
    }

    private static String column(String content) {
        return "<attribute PhysicalName=\"p\">" + content + "</attribute>";
    }

    private static String option(String value, String label) {
        return "<option value=\"" + value + "\"><labels><label description=\"" + label
                + "\" languagecode=\"1033\"></label></labels></option>";
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
