package io.github.solutionalm.report.markdown;

import static io.github.solutionalm.report.markdown.MarkdownText.cell;
import static io.github.solutionalm.report.markdown.MarkdownText.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code summary.md}: first how the build ended, then why, what is deleted and what blocks a deletion, then the rest, folded.
 * What has no room is left out from the end, and said to be.
 */
public final class SummaryDocument {

    /** The most that a document takes, in bytes. */
    public static final int LIMIT = 60 << 10;

    private static final int ROWS = 100;
    private static final int LISTED = 100;
    private static final int FOLDED = 12 << 10;

    private final List<Section> sections;
    private final Blocks out = new Blocks(LIMIT);

    private SummaryDocument(List<Section> sections) {
        this.sections = sections;
    }

    /** The document of these sections. */
    public static String of(List<Section> sections) {
        return new SummaryDocument(sections).write();
    }

    private String write() {
        long failed =
                sections.stream().filter(section -> section.outcome().failed()).count();
        out.add(
                failed == 0
                        ? "## Solutions: passed\n"
                        : "## Solutions: failed (" + failed + " of " + sections.size() + ")\n");
        table();
        out.list("### Errors", told(Section::errors, MarkdownText::code));
        out.list("### Deletions", told(Section::deletions, SummaryDocument::deletion));
        out.list("### Blocked", told(Section::blockers, MarkdownText::code));
        fold("Warnings", told(Section::warnings, MarkdownText::code));
        fold(
                "Files",
                told(section -> section.file().isEmpty() ? List.of() : List.of(section.file()), MarkdownText::code));
        return out.toString();
    }

    private void table() {
        out.add("\n| Goal | Solution | Environment | Outcome | " + String.join(" | ", Section.FIGURES) + " |\n"
                + "|---|---|---|---|" + "--:|".repeat(Section.FIGURES.size()) + "\n");
        // What failed is seen first.
        List<Section> rows = new ArrayList<>(sections);
        rows.sort((a, b) -> Boolean.compare(b.outcome().failed(), a.outcome().failed()));
        int told = 0;
        while (told < rows.size() && told < ROWS && out.add(row(rows.get(told)))) {
            told++;
        }
        if (told < rows.size()) {
            out.add("\n… and " + (rows.size() - told) + " more in `summary.json`.\n");
        }
    }

    private static String row(Section section) {
        String outcome = section.outcome().word().replace('_', ' ');
        return "| " + cell(section.subject().goal()) + " | "
                + cell(section.subject().solution()) + " | "
                + cell(section.subject().environment()) + " | "
                + (section.outcome().failed() ? "**" + outcome + "**" : outcome) + " | "
                + String.join(" | ", section.figures()) + " |\n";
    }

    /** What each section tells; whose it is stands before it when there is more than one. */
    private <T> Blocks.Items told(Function<Section, List<T>> of, Function<T, String> words) {
        List<String> first = new ArrayList<>();
        int count = 0;
        for (Section section : sections) {
            List<T> all = of.apply(section);
            String whose = sections.size() == 1 ? "" : code(section.title()) + ": ";
            all.stream().limit(LISTED - first.size()).forEach(one -> first.add(whose + words.apply(one)));
            count += all.size();
        }
        return new Blocks.Items(first, count);
    }

    private static String deletion(Section.Deletion deletion) {
        return code(deletion.component())
                + (deletion.name().isEmpty() ? "" : " " + code(deletion.name()))
                + (deletion.loss().isEmpty() ? "" : ", **with data:** " + code(deletion.loss()));
    }

    private void fold(String title, Blocks.Items items) {
        if (items.count() == 0) {
            return;
        }
        String begin = "\n<details>\n<summary>" + title + " (" + items.count() + ")</summary>\n";
        String end = "\n</details>\n";
        Blocks inner = new Blocks(Math.min(FOLDED, out.room() - begin.length() - end.length()));
        inner.list("**" + title + "**", items);
        out.add(begin + inner + end);
    }
}
