package io.github.solutionalm.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.RecordingLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What packages and environments call things must not write the build's log, nor steer the terminal. */
class PrintoutTest {

    private final RecordingLog log = new RecordingLog();
    private final Printout out = log.printout();

    @Test
    void aTextStaysInItsLine() {
        out.error("Error", "refused\r\n[INFO] BUILD SUCCESS\n\n::set-output name=x::y");

        assertThat(log.lines())
                .containsExactly("[ERROR] Error        refused [INFO] BUILD SUCCESS : :set-output name=x: :y");
    }

    @Test
    void nothingSteersTheTerminal() {
        out.detail("name \u001b[2K\u001b]0;title\u0007 \u009b31m \u202egnp.exe");
        out.warning("a\u0000b");
        out.table(List.of(List.of("Entity", "contoso_\u001b[1Aorder")));

        assertThat(log.lines())
                .containsExactly(
                        "[INFO]                name ?[2K?]0;title? ?31m ?gnp.exe",
                        "[WARNING] a?b",
                        "[INFO]                Entity  contoso_?[1Aorder");
    }
}
