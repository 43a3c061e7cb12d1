package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An environment may take managed packages alone. */
class BlockedUnmanagedPackagesTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() {
        rehearsal = Rehearsal.in(folder).with(new EmbeddedSettings(List.of(), Set.of(), true));
    }

    @Test
    void unmanagedOnesAreRefused() throws Exception {
        Path mine =
                unmanaged("Mine", "1.0.0.0").webResource("contoso_/a.js", "a").zip(folder);

        ImportResult result = rehearsal.imports(mine);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x80072042");
        assertThat(result.errors().get(0).message())
                .startsWith("The package Mine 1.0.0.0 is unmanaged, and the environment does not allow unmanaged"
                        + " customizations (<blockUnmanagedCustomizations>).");
        assertThat(rehearsal.plans(options(), mine).get(0).errors()).isEqualTo(result.errors());
        assertThat(rehearsal.content().components()).isEmpty();
    }

    @Test
    void managedOnesAreTaken() throws Exception {
        ImportResult result = rehearsal.imports(
                managed("Orders", "1.0.0.0").webResource("contoso_/a.js", "a").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
    }
}
