package io.github.solutionalm.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.report.markdown.Section.Deletion;
import io.github.solutionalm.report.markdown.Section.Outcome;
import io.github.solutionalm.report.markdown.Section.Subject;
import io.github.solutionalm.text.HostileTexts;
import io.github.solutionalm.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code summary.md}: verdict first, then why, then the rest; texts of others are text, and it has a limit (docs/files.md). */
class SummaryDocumentTest {

    private static final List<String> FIGURES = List.of("1", "2", "3", "0");
    /** What Markdown, GitHub and Azure DevOps make something of. */
    private static final List<String> ACTIVE = List.of(
            "[a](https://evil.example)",
            "![a](https://evil.example/a.png)",
            "<img src=x onerror=alert(1)>",
            "<https://evil.example>",
            "https://evil.example/a",
            "www.evil.example",
            "a@evil.example",
            "@contoso/owners",
            "#123 GH-123 !12 contoso/app#1 0123456789abcdef0123456789abcdef01234567",
            "a | b \\| c",
            "\\",
            "`",
            "``a",
            "a`` `b```",
            "` `",
            "</details><h1>x</h1>",
            "<!-- a",
            "- [ ] task",
            ":smile: $x$ **b** _i_ ~~s~~",
            "&lt;b&gt; &#64;",
            "[^1]: note");

    private static Section section(String text, boolean failed) {
        return new Section(
                new Subject("import", text, text),
                new Outcome(failed ? "FAILED" : "UPGRADED", failed),
                FIGURES,
                failed ? List.of(text) : List.of(),
                List.of(new Deletion(text, text, text)),
                List.of(text),
                List.of(text),
                text);
    }

    @Test
    void theVerdictComesFirstAndThenWhy() {
        String markdown = SummaryDocument.of(
                List.of(section("ContosoBase 1.0.0.0", false), section("ContosoOrders 2.0.0.0", true)));

        assertThat(markdown.lines().filter(line -> !line.isEmpty()).limit(8))
                .containsExactly(
                        "## Solutions: failed (1 of 2)",
                        "| Goal | Solution | Environment | Outcome | Added | Changed | Deleted | Hidden |",
                        "|---|---|---|---|--:|--:|--:|--:|",
                        "| `import` | `ContosoOrders 2.0.0.0` | `ContosoOrders 2.0.0.0` | **FAILED** | 1 | 2 | 3 | 0 |",
                        "| `import` | `ContosoBase 1.0.0.0` | `ContosoBase 1.0.0.0` | UPGRADED | 1 | 2 | 3 | 0 |",
                        "### Errors",
                        "- `import of ContosoOrders 2.0.0.0`: `ContosoOrders 2.0.0.0`",
                        "### Deletions");
    }

    @Test
    void textsOfOthersAreTextAndNothingElse() {
        List<String> texts =
                Stream.concat(HostileTexts.ALL.stream(), ACTIVE.stream()).toList();
        for (String text : texts) {
            ReadMarkdown read = ReadMarkdown.of(SummaryDocument.of(List.of(section(text, true), section("b", false))));

            assertThat(read.active()).as(text).isEmpty();
            assertThat(read.cells()).as(text).isEqualTo(3 * 8);
            assertThat(read.text().lines())
                    .as("words of our own: " + text)
                    .allMatch(line -> line.matches("[A-Z][A-Za-z ]*( \\(1 of 2\\))?|Solutions: failed \\(1 of 2\\)"
                            + "|FAILED|UPGRADED|[0-9]|: |, | |with data:|–|, with data: –|: –|"));
        }
    }

    @Test
    void aTextIsReadAsItWas() {
        for (String text : ACTIVE) {
            String shown = PlainText.of(text).strip();

            assertThat(ReadMarkdown.of("- " + MarkdownText.code(text)).code())
                    .as(text)
                    .containsExactly(shown);
        }
    }

    @Test
    void twentyThousandDeletionsFit() {
        List<Deletion> deletions = IntStream.range(0, 20_000)
                .mapToObj(
                        i -> new Deletion("Attribute contoso_order.c" + i, "ü".repeat(500), "12,480 rows have a value"))
                .toList();
        Section large = new Section(
                new Subject("plan", "ContosoOrders 2.0.0.0", "test"),
                new Outcome("FAILED", true),
                FIGURES,
                Collections.nCopies(1_000, "It would lose data. ".repeat(50)),
                deletions,
                Collections.nCopies(20_000, "blocked"),
                Collections.nCopies(20_000, "warned"),
                "ContosoOrders/plan.json");
        String markdown = SummaryDocument.of(Collections.nCopies(500, large));

        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(60 << 10);
        assertThat(markdown)
                .contains("… and 400 more in `summary.json`")
                .startsWith("## Solutions: failed (500 of 500)");
        assertThat(ReadMarkdown.of(markdown).active()).isEmpty();
    }

    @Test
    void oneLargeOperationStillShowsEachKind() {
        List<Deletion> deletions = IntStream.range(0, 20_000)
                .mapToObj(i -> new Deletion("Attribute contoso_order.c" + i, "Column", ""))
                .toList();
        String markdown = SummaryDocument.of(List.of(new Section(
                new Subject("plan", "ContosoOrders 2.0.0.0", "test"),
                new Outcome("FAILED", true),
                FIGURES,
                List.of("It failed."),
                deletions,
                List.of("Entity a is blocked by Entity b of c"),
                Collections.nCopies(20_000, "It is unusual."),
                "ContosoOrders/plan.json")));

        assertThat(markdown)
                .contains(
                        "- `It failed.`",
                        "… and 19900 more",
                        "- `Entity a is blocked",
                        "Warnings (20000)",
                        "Files (1)");
        assertThat(markdown.split("<details>", -1)).hasSameSizeAs(markdown.split("</details>", -1));
    }
}
