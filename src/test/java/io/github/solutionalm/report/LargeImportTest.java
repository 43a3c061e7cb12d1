package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.Effort;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.report.platform.ImportLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest solutions have tens of thousands of components; their reports are written as they go along. */
class LargeImportTest {

    private static final int COMPONENTS = 60_000;

    private final ImportResult result = large(COMPONENTS);

    @Test
    void isReportedAsAWhole(@TempDir Path output) throws Exception {
        ImportReport.Files files = ImportReport.write(result, output);

        assertThat(Files.size(files.log())).isGreaterThan(COMPONENTS * 500L);
        assertThat(Files.readString(files.result())).contains("\"added\": " + COMPONENTS);
    }

    @Test
    void takesAsMuchMoreWorkAsItIsLarger(@TempDir Path output) {
        assertThat(Effort.ofFourTimesAsMuch(5_000, components -> {
                    try {
                        ImportReport.write(large(components), output);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .isLessThan(9);
    }

    /** Bytes of one row that are on their way are garbage at once: the log of 60,000 rows fits in a heap of 10 MB more. */
    @Test
    void isNeverInMemoryAsAWhole() throws Exception {
        var memory = ManagementFactory.getMemoryMXBean();
        System.gc();
        long before = memory.getHeapMemoryUsage().getUsed();
        long[] most = {0};
        ImportLog.write(result, new OutputStream() {
            private long written;

            @Override
            public void write(int b) {
                written++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                // Looked at a few times, after a collection: what is then held is really held.
                if (written / 10_000_000 != (written + length) / 10_000_000) {
                    System.gc();
                    most[0] = Math.max(most[0], memory.getHeapMemoryUsage().getUsed() - before);
                }
                written += length;
            }
        });

        assertThat(most[0]).isLessThan(10_000_000);
    }

    private static ImportResult large(int components) {
        ResultFixture fixture = ResultFixture.upgrade();
        for (int i = 0; i < components; i++) {
            fixture.component(
                    ComponentType.ATTRIBUTE,
                    "contoso_order.contoso_column" + i,
                    "Column " + i,
                    Change.ADD,
                    Status.SUCCESS);
        }
        return fixture.build();
    }
}
