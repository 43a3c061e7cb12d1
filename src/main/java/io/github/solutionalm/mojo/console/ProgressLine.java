package io.github.solutionalm.mojo.console;

import io.github.solutionalm.mojo.build.MavenBuild;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows the progress of an operation that takes more than a few seconds: one redrawn line on a terminal, otherwise a
 * line at every 10 % and at least every 30 seconds while the operation reports progress.
 */
public final class ProgressLine {

    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(30);
    private static final Duration REDRAW = Duration.ofMillis(100);

    private final Printout out;
    private final Clock clock;
    private final Optional<PrintWriter> terminal;

    private Optional<Instant> started = Optional.empty();
    private Instant shown = Instant.EPOCH;
    private int shownTenths = -1;
    private int width;

    /**
     * A progress line, reused for one operation after another.
     *
     * @param terminal the terminal on which it can be redrawn, if there is one
     */
    public ProgressLine(Printout out, Clock clock, Optional<PrintWriter> terminal) {
        this.out = out;
        this.clock = clock;
        this.terminal = terminal.filter(writer -> out.isVisible());
    }

    public static ProgressLine of(MavenBuild build, Printout out) {
        return new ProgressLine(out, build.clock(), build.terminal().map(Console::writer));
    }

    /**
     * As {@link io.github.solutionalm.ImportListener#progress}.
     *
     * @param label current activity, such as {@code Importing}
     */
    void progress(String label, String phase, int done, int total) {
        Instant now = clock.instant();
        if (started.isEmpty()) {
            started = Optional.of(now);
            shown = now;
        }
        if (Duration.between(started.get(), now).compareTo(QUIET) < 0) {
            return;
        }
        Duration silence = Duration.between(shown, now);
        int tenths = total > 0 ? (int) (10L * done / total) : 0;
        if (terminal.isPresent()) {
            if (silence.compareTo(REDRAW) >= 0) {
                redraw(terminal.get(), label, text(phase, done, total));
                shown = now;
            }
        } else if (tenths != shownTenths || silence.compareTo(AT_LEAST_EVERY) >= 0) {
            out.line(label, text(phase, done, total));
            shownTenths = tenths;
            shown = now;
        }
    }

    /** Ends the operation's line; the next output overwrites a redrawn one. */
    public void end() {
        terminal.filter(writer -> width > 0).ifPresent(writer -> {
            writer.print("\r" + " ".repeat(width) + "\r");
            writer.flush();
        });
        width = 0;
        started = Optional.empty();
        shownTenths = -1;
    }

    private void redraw(PrintWriter writer, String label, String text) {
        String line = "[INFO] " + Printout.form(label, text);
        writer.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        writer.flush();
        width = line.length();
    }

    private static String text(String phase, int done, int total) {
        return total > 0
                ? 100L * done / total + " %  " + phase + " (" + done + " of " + total + ")"
                : phase + (done > 0 ? " (" + done + ")" : "");
    }
}
