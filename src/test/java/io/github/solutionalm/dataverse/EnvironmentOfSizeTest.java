package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The largest environment of our tests is as large as it says, and is read in a few requests. */
class EnvironmentOfSizeTest extends AgainstContoso {

    @Test
    void hasFiftySolutionsAndOneOfTwoThousandComponents() throws Exception {
        new EnvironmentOfSize(folder).put(contoso.server.environment(), contoso.clock);
        contoso.script().latency(Duration.ofMillis(200));
        OperationContext access = contoso.access();

        InstalledRows installed = InstalledRows.of(access.api(), access.deadline());
        String large = installed.row(EnvironmentOfSize.SOLUTION).orElseThrow().id();
        AtomicInteger members = new AtomicInteger();
        new ComponentRows(access.api(), access.deadline())
                .each(member -> members.addAndGet(member.solutionId().equals(large) ? 1 : 0));

        assertThat(installed.visible()).hasSize(EnvironmentOfSize.SOLUTIONS);
        assertThat(members).hasValue(EnvironmentOfSize.COMPONENTS);
        assertThat(contoso.server.requestsByCall())
                .containsEntry("solutions", 1L)
                .containsEntry("solutioncomponents", 1L)
                .containsEntry("solutioncomponentdefinitions", 1L);
        assertThat(contoso.server.writes()).isZero();
        assertThat(contoso.script().timeTaken()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void theNextVersionLacksForty() throws Exception {
        Path file = new EnvironmentOfSize(folder).nextVersion();
        try (OpenedPackage next = OpenedPackage.open(file, Optional.empty())) {
            assertThat(next.read(ContentSink.NONE, ReadListener.NONE).components().stream()
                            .filter(component -> !component.isContext())
                            .count())
                    .isEqualTo(EnvironmentOfSize.COMPONENTS - EnvironmentOfSize.DELETED);
        }
    }
}
