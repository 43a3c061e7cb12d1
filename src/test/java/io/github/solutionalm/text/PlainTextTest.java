package io.github.solutionalm.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is shown in one line, readable, and nobody who reads that line takes it for more. */
class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Contoso Orders (ContosoOrders) 2.0.0.0",
                "C# and # 1",
                "https://contoso.crm4.dynamics.com:443/a?b=c&d=%3A%3A#e",
                "12:30:59",
                "## a title",
                "日本語、Ünïcödé, עברית, العربية",
                "emoji 😀 ❤️ 👩‍👩‍👧 👁️‍🗨️",
                "می‌خواهم",
                "क्‍ष",
                "  two  blanks  "
            })
    void whatIsHarmlessStays(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "##vso[task.complete]x,## vso[task.complete]x",
                "x##VSO[task],x## VSO[task]",
                "##[error]no,## [error]no",
                "###[group]a,### [group]a",
                "##teamcity[buildStop],## teamcity[buildStop]",
                "::set-output name=a::b,: :set-output name=a: :b",
                ":::,: : :",
                "::add-mask::x,: :add-mask: :x",
                "http://[::1]/,http://[: :1]/"
            })
    void theBeginningOfACommandIsBroken(String text, String plain) {
        assertThat(PlainText.of(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "＃＃vso［a］,＃＃ vso［a］",
                "#﹟vso[a],#﹟ vso[a]",
                "：：error：：,： ：error： ：",
                "﹕︓x,﹕ ︓x",
                "∷debug∷x,: :debug: :x",
                "⩴,: :=",
                "∶:x,∶ :x"
            })
    void soIsWhatAReaderWouldMakeACommandOf(String text, String plain) {
        assertThat(PlainText.of(text)).isEqualTo(plain);
    }

    @Test
    void whatIsNotSeenCantHideOne() {
        for (String unseen : new String[] {
            "\0",
            "\u001b",
            "\u007f",
            "\u00ad",
            "\u200b",
            "\u200c",
            "\u200d",
            "\u2060",
            "\ufeff",
            "\u202e",
            "\u2066",
            "\u061c",
            "\u034f",
            "\ufe0f",
            "\u3164",
            "\ud800",
            "\udc00",
            "\ufffe",
            "\udb40\udc01",
            "\udb40\udd00"
        }) {
            assertThat(PlainText.of("#" + unseen + "#vso[")).isEqualTo("#?#vso[");
            assertThat(PlainText.of("##" + unseen + "vso[")).isEqualTo("## ?vso[");
            assertThat(PlainText.of(unseen + ":" + unseen + ":x::")).isEqualTo("?:?:x: :");
            assertThat(PlainText.of("\uff03" + unseen + "\uff03vso[")).isEqualTo("\uff03?\uff03vso[");
        }
    }

    @Test
    void nothingSteersATerminal() {
        assertThat(PlainText.of("\u001b[2K \u001b]0;title\u0007 \u009b31m \u202egnp.exe \u2066x\u2069 \u200fy"))
                .isEqualTo("?[2K ?]0;title? ?31m ?gnp.exe ?x? ?y");
        IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0))
                .mapToObj(Character::toString)
                .forEach(
                        control -> assertThat(PlainText.of("a" + control + "b")).matches("a[? ]b"));
    }

    @Test
    void aLineStaysOne() {
        assertThat(PlainText.of("a\r\n[INFO] b \n\n c\u2028d\u2029e\u0085f\u000bg\fh\ti"))
                .isEqualTo("a [INFO] b c d e f g h i");
    }

    @Test
    void whatIsCleanStaysClean() {
        for (String text : new String[] {"##vso[", ":::::", "#\0#[", "####x", "∷", "a \r\n b", "\ud800::"}) {
            String plain = PlainText.of(text);
            assertThat(PlainText.of(plain)).isEqualTo(plain);
        }
    }

    @Test
    void aLongTextIsLookedAtOnce() {
        String blanks = " ".repeat(2_000_000);

        assertThat(PlainText.of("#" + blanks + "x")).hasSize(2_000_002);
        assertThat(PlainText.of(blanks + "\n" + blanks)).isEqualTo(" ");
        assertThat(PlainText.of(":".repeat(1_000_000))).hasSize(1_999_999);
    }
}
