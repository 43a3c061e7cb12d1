package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits uses all of the time that is allowed: the last pause ends just before, and is followed by a look. */
class LastLookTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void isJustBeforeTheEnd() throws Exception {
        try (Contoso contoso = new Contoso(folder)) {
            contoso.script().on("ImportSolutionAsync").jobNeverEnds();
            Instant begin = contoso.now();

            ImportResult result = contoso.environment()
                    .importSolution(
                            Contoso.importing(
                                    managed("Slow", "1.0")
                                            .webResource("contoso_/a.js", "a")
                                            .zip(folder),
                                    options().timeout(TIMEOUT).build()),
                            ImportListener.NONE);

            assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
            assertThat(Duration.between(begin, contoso.now())).isBetween(TIMEOUT.minusSeconds(3), TIMEOUT);
        }
    }
}
