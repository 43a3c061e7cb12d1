package io.github.solutionalm.report.html;

import java.util.Comparator;
import java.util.List;

/**
 * What is to be said first.
 *
 * @param level of the worst section
 * @param title for the heading
 */
record Verdict(Level level, String title) {

    static Verdict of(List<Section> sections) {
        Level worst = sections.stream()
                .map(Section::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.PLAIN);
        boolean imported = sections.stream().anyMatch(Verdict::isImport);
        boolean planned = sections.stream().anyMatch(Verdict::isPlan);
        String title =
                switch (worst) {
                    case BAD -> bad(sections);
                    case LOOK -> imported ? "Imported, with something to look at" : "Look at this before the import";
                    case GOOD -> imported ? "Imported" : planned ? "Ready to import" : "All is well";
                    case PLAIN -> sections.isEmpty() ? "Nothing to report" : "What is there";
                };
        return new Verdict(worst, title);
    }

    private static String bad(List<Section> sections) {
        boolean failed = sections.stream()
                .filter(section -> section.level() == Level.BAD)
                .anyMatch(Verdict::isImport);
        boolean refused = sections.stream()
                .filter(section -> section.level() == Level.BAD)
                .anyMatch(Verdict::isPlan);
        return failed ? "An import failed" : refused ? "The import would be refused" : "A check failed";
    }

    private static boolean isImport(Section section) {
        Section inner = section instanceof ModuleSection of ? of.section() : section;
        return inner instanceof ImportSection || inner instanceof SummarySection;
    }

    private static boolean isPlan(Section section) {
        Section inner = section instanceof ModuleSection of ? of.section() : section;
        return inner instanceof PlanSection;
    }
}
