package io.github.solutionalm.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    private final StringWriter written = new StringWriter();

    @Test
    void textIsTextWhateverItLooksLike() throws IOException {
        new Markup(written).element("p", "</p><script>alert(1)</script>&amp;\"'");

        assertThat(written.toString())
                .contains("<p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&quot;'</p>");
    }

    @Test
    void theValueOfAnAttributeEndsWhereItIsMeantTo() throws IOException {
        new Markup(written).element("li", "", "id", "x\" onclick=\"alert(1)");

        assertThat(written.toString()).contains("<li id=\"x&quot; onclick=&quot;alert(1)\"></li>");
    }

    @Test
    void whatIsNotSeenStandsAsItsCode() throws IOException {
        new Markup(written).text("a\u202Eb\u0007c\uD800d");

        assertThat(written.toString()).endsWith("a\\u202Eb\\u0007c\\uD800d");
    }

    @Test
    void joinersAndEmojisStay() throws IOException {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        new Markup(written).text(family + " خ");

        assertThat(written.toString()).endsWith(family + " خ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "src"})
    void thereAreNoAttributesThatRunOrLoad(String name) throws IOException {
        Markup page = new Markup(written);

        assertThatIllegalArgumentException().isThrownBy(() -> page.open("p", name, "x"));
    }

    @Test
    void linksStayOnThePage() throws IOException {
        Markup page = new Markup(written);
        page.link("plan/A B/Entity/x%", "there");

        assertThat(written.toString()).contains("href=\"#plan/A%20B/Entity/x%25\"");
        assertThatIllegalArgumentException().isThrownBy(() -> page.open("a", "href", "javascript:alert(1)"));
        assertThatIllegalArgumentException().isThrownBy(() -> page.open("a", "href", "https://contoso.example"));
    }

    @Test
    void textFromElsewhereIsNoTag() throws IOException {
        Markup page = new Markup(written);

        assertThatIllegalArgumentException().isThrownBy(() -> page.open("p><script"));
        assertThatIllegalArgumentException().isThrownBy(() -> page.open("p", "a=b c", ""));
    }

    @Test
    void dataCanNeitherEndItsElementNorBeginAnother() throws IOException {
        new Markup(written).data("d", json -> json.writeString("</script><!--<script>&\u2028\"'\\"));

        assertThat(written.toString())
                .endsWith(
                        "<script type=\"application/json\" id=\"d\">\"\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e"
                                + "\\u0026\u2028\\\"'\\\\\"</script>");
    }

    @Test
    void idsHaveNoBlanks() {
        assertThat(Anchor.of("plan", "A B", "x\ty\nz")).isEqualTo("plan/A_B/x_y_z");
    }
}
