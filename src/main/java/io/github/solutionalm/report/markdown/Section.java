package io.github.solutionalm.report.markdown;

import java.util.List;

/**
 * What a summary tells of one operation, plan or check. Texts are as they come, and may be empty.
 *
 * @param subject what it is about
 * @param outcome how it ended
 * @param figures how many components were added, changed, deleted, hidden; a text that is empty for what is not known
 * @param errors why it failed, in whole sentences
 * @param deletions what is deleted, or would be; what is worse comes first
 * @param blockers what blocks a deletion
 * @param warnings in whole sentences
 * @param file where all of it is written
 */
public record Section(
        Subject subject,
        Outcome outcome,
        List<String> figures,
        List<String> errors,
        List<Deletion> deletions,
        List<String> blockers,
        List<String> warnings,
        String file) {

    /** The titles of the figures. */
    static final List<String> FIGURES = List.of("Added", "Changed", "Deleted", "Hidden");

    /** Figures of what has none. */
    public static final List<String> NO_FIGURES = List.of("", "", "", "");

    public Section {
        figures = List.copyOf(figures);
        errors = List.copyOf(errors);
        deletions = List.copyOf(deletions);
        blockers = List.copyOf(blockers);
        warnings = List.copyOf(warnings);
    }

    /**
     * What a section is about.
     *
     * @param goal the goal
     * @param solution name and version, or the package file
     * @param environment its id
     */
    public record Subject(String goal, String solution, String environment) {}

    /**
     * How it ended.
     *
     * @param word such as {@code UPGRADED}
     * @param failed whether the build fails for it
     */
    public record Outcome(String word, boolean failed) {}

    /**
     * A deletion.
     *
     * @param component type and key
     * @param name display name
     * @param loss what is lost in rows; empty when nothing is, or nobody looked
     */
    public record Deletion(String component, String name, String loss) {}

    /** A section of which nothing is known but why it failed. */
    public static Section failed(Subject subject, String word, List<String> errors) {
        return new Section(subject, new Outcome(word, true), NO_FIGURES, errors, List.of(), List.of(), List.of(), "");
    }

    String title() {
        return subject.goal() + (subject.solution().isEmpty() ? "" : " of " + subject.solution());
    }
}
