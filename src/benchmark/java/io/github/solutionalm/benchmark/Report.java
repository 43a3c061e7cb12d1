package io.github.solutionalm.benchmark;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Prints the figures. */
final class Report {

    private static final String ROW = "%-44s %28s %28s%n";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void machine() {
        Runtime runtime = Runtime.getRuntime();
        line(
                "Machine",
                "%d cores, %s %s, Java %s, heap of %,d MB"
                        .formatted(
                                runtime.availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                Runtime.version(),
                                runtime.maxMemory() >> 20));
    }

    void contents(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<ZipEntry> entries = BarePass.entries(file);
            line(
                    "Package",
                    "%s: %s packed, %s in %,d entries, customizations.xml %s"
                            .formatted(
                                    zip.getFileName(),
                                    megabytes(Files.size(zip)),
                                    megabytes(entries.stream()
                                            .mapToLong(ZipEntry::getSize)
                                            .sum()),
                                    entries.size(),
                                    megabytes(
                                            file.getEntry("customizations.xml").getSize())));
        }
    }

    void environment(ImportResult result, BareInserts inserts) {
        line(
                "Import",
                "%,d components, %,d rows, %s of contents"
                        .formatted(result.components().size(), inserts.rows(), megabytes(inserts.bytes())));
    }

    void upgrade(PlanResult plan) {
        line(
                "Upgrade",
                "%,d components, of which %,d change and %,d are deleted, %,d of them blocked"
                        .formatted(
                                plan.changes().size(),
                                plan.count(Change.CHANGE),
                                plan.count(Change.DELETE),
                                plan.changes().stream()
                                        .filter(ComponentChange::isBlocked)
                                        .count()));
    }

    void times(Sample.Clock clock, Times cold, Times warm, Settings settings) {
        out.println();
        out.printf(ROW, "ms " + clock.label(), settings.forks() + " new JVMs", settings.rounds() + " rounds, warm");
        for (Measure measure : Measure.values()) {
            out.printf(
                    ROW,
                    measure.label(),
                    cold.isEmpty() ? "" : milliseconds(cold.spread(clock, measure)),
                    warm.isEmpty() ? "" : milliseconds(warm.spread(clock, measure)));
        }
        out.println();
        ratio(clock, cold, warm, "Read / bare StAX pass", Measure.READ, Measure.WOODSTOX);
        ratio(
                clock,
                cold,
                warm,
                "Import / (bare StAX pass + bare inserts)",
                Measure.IMPORT,
                Measure.WOODSTOX,
                Measure.INSERTS);
        ratio(clock, cold, warm, "Import again / import", Measure.REIMPORT, Measure.IMPORT);
        ratio(clock, cold, warm, "Plan of an upgrade / read", Measure.PLAN, Measure.READ);
        ratio(clock, cold, warm, "aalto / woodstox", Measure.AALTO, Measure.WOODSTOX);
        out.println();
    }

    void memory(Measure measure, String heap, FreshJvm.Run run) {
        line(
                "Memory",
                "%s with -Xmx%s: %,.1f s, %s"
                        .formatted(
                                measure.label(),
                                heap,
                                run.sample().elapsed() / 1e9,
                                run.peakKilobytes() == 0
                                        ? "peak unknown"
                                        : "at most %,d MB resident".formatted(run.peakKilobytes() >> 10)));
    }

    private void ratio(Sample.Clock clock, Times cold, Times warm, String label, Measure measure, Measure... base) {
        out.printf(
                ROW,
                label,
                cold.isEmpty() ? "" : ratio(cold.ratio(clock, measure, base)),
                warm.isEmpty() ? "" : ratio(warm.ratio(clock, measure, base)));
    }

    private static String milliseconds(List<Double> spread) {
        return spread("%,.1f (%,.1f to %,.1f)", spread);
    }

    private static String ratio(List<Double> spread) {
        return spread("%.2f (%.2f to %.2f)", spread);
    }

    private static String spread(String format, List<Double> spread) {
        return String.format(Locale.ROOT, format, spread.get(1), spread.get(0), spread.get(2));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.2f MB", bytes / 1048576.0);
    }

    private void line(String label, String text) {
        out.printf("%-10s %s%n", label, text);
    }
}
