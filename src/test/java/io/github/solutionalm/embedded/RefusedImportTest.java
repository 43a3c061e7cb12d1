package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.embedded.Rehearsal.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.store.ImportJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refused import leaves the environment exactly as it was, and a job that says why. */
class RefusedImportTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(managed("Orders", "1.0.0.0")
                .webResource("contoso_/a.js", "a")
                .routingRule("cases", false)
                .zip(folder));
        rehearsal.holding(
                unmanaged("Mine", "1.0.0.0").webResource("contoso_/b.js", "b").zip(folder));
    }

    @Test
    void aMissingDependency() throws Exception {
        assertRefused(fixture("FabrikamBroken_1_0_0_0_managed"), options(), "0x8004801D");
    }

    @Test
    void aMissingRootComponentAfterMuchWasRead() throws Exception {
        assertRefused(
                managed("Next", "1.0.0.0").columns("contoso_big", 500, "x").root(61, "contoso_/no.js"), "0x8004801F");
    }

    @Test
    void anotherPublisher() throws Exception {
        assertRefused(managed("Orders", "1.0.0.0").publisher("fabrikam"), "0x8004801C");
    }

    @Test
    void anUnmanagedPackageWhereUnmanagedCustomizationsAreBlocked() throws Exception {
        Rehearsal blocking = rehearsal.with(new EmbeddedSettings(List.of(), Set.of(), true));
        List<String> before = rehearsal.solutions();

        ImportResult refused = blocking.imports(
                unmanaged("Mine", "1.1.0.0").webResource("contoso_/b.js", "c").zip(folder));

        assertThat(codes(refused.errors())).containsExactly("0x80072042");
        assertThat(refused.errors().get(0).message())
                .contains("Mine 1.1.0.0 is unmanaged", "<blockUnmanagedCustomizations>");
        assertThat(rehearsal.solutions()).isEqualTo(before);
        assertThat(blocking.imports(managed("Other", "1.0")
                                .webResource("contoso_/c.js", "c")
                                .zip(folder))
                        .outcome())
                .isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void managedOverUnmanagedAndUnmanagedOverManaged() throws Exception {
        assertRefused(managed("Mine", "1.0.0.0"), "0x80048040");
        assertRefused(unmanaged("Orders", "1.0.0.0"), "0x80048041");
    }

    @Test
    void theSameOrALowerVersionWherePolicyForbidsIt() throws Exception {
        assertRefused(managed("Orders", "1.0").zip(folder), options().sameVersion(SameVersion.FAIL), "0x80048541");
        assertRefused(managed("Orders", "0.9"), "0x80048541");
    }

    @Test
    void thePlatformsOwnSolutions() throws Exception {
        assertRefused(managed("Active", "1.0.0.0"), "0x80048046");
        assertRefused(managed("Default", "1.0.0.0"), "0x80048049");
    }

    @Test
    void anActiveRoutingRuleSetOfTheSameId() throws Exception {
        assertRefused(managed("Cases", "1.0.0.0").routingRule("cases", true), "0x8004F867", "0x8004F851");
    }

    @Test
    void anArchiveThatIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("text.zip"), "This is a text");

        ImportResult result = assertRefused(file, options(), "0x80048060");
        assertThat(result.manifest()).isEmpty();
        assertThat(result.operation()).isEqualTo(Operation.NONE);
        assertThat(rehearsal.lastJob().request().packageFile()).isEqualTo(file.toString());
    }

    @Test
    void anotherContentThanTheOnePinned() throws Exception {
        Path file = managed("Next", "1.0.0.0").webResource("contoso_/c.js", "c").zip(folder);
        String before = EnvironmentDump.everything(rehearsal.file());

        ImportResult refused = imports(file, "0".repeat(64));
        assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(refused.errors())).containsExactly("0x80048000");
        assertThat(refused.errors().get(0).message())
                .contains("the POM pins 000")
                .contains("<sha256>");
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);

        assertThat(imports(
                                file,
                                rehearsal
                                        .imports(file)
                                        .file()
                                        .orElseThrow()
                                        .sha256()
                                        .toUpperCase(Locale.ROOT))
                        .outcome())
                .isEqualTo(Outcome.SKIPPED_SAME_VERSION);
    }

    @Test
    void aSkipChangesNothingEither() throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());

        ImportResult lower = rehearsal.imports(
                managed("Orders", "0.9").zip(folder), options().lowerVersion(LowerVersion.SKIP));
        ImportResult same = rehearsal.imports(managed("Orders", "1.0").zip(folder));

        assertThat(lower.outcome()).isEqualTo(Outcome.SKIPPED_LOWER_VERSION);
        assertThat(same.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(same.previousVersion()).contains("1.0.0.0");
        assertThat(same.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("Orders 1.0.0.0 is installed from another package"));
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
        assertThat(rehearsal.lastJob().state()).isEqualTo(ImportJob.State.COMPLETED);
    }

    @Test
    void aGoodPackageIsImportedAfterOneThatFailed() throws Exception {
        Path good = managed("Next", "1.0.0.0").webResource("contoso_/c.js", "c").zip(folder);
        try (EmbeddedEnvironment environment = rehearsal.open()) {
            ImportOptionsBuilder options = options();
            ImportResult failed = environment.importSolution(
                    new ImportRequest(
                            "import", fixture("FabrikamBroken_1_0_0_0_managed"), Optional.empty(), options.build()),
                    ImportListener.NONE);
            ImportResult installed = environment.importSolution(
                    new ImportRequest("import", good, Optional.empty(), options.build()), ImportListener.NONE);

            assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(installed.outcome()).isEqualTo(Outcome.INSTALLED);
        }
        assertThat(rehearsal.solutions()).containsExactly("Orders 1.0.0.0", "Mine 1.0.0.0", "Next 1.0.0.0");
    }

    private ImportResult imports(Path file, String sha256) throws Exception {
        try (EmbeddedEnvironment environment = rehearsal.open()) {
            return environment.importSolution(
                    new ImportRequest(
                            "import", file, Optional.of(sha256), options().build()),
                    ImportListener.NONE);
        }
    }

    private void assertRefused(PackageBuilder solution, String... codes) throws Exception {
        assertRefused(solution.zip(folder), options(), codes);
    }

    private ImportResult assertRefused(Path solution, ImportOptionsBuilder options, String... codes) throws Exception {
        String before = EnvironmentDump.everything(rehearsal.file());
        int jobs = rehearsal.jobs().size();

        ImportResult result = rehearsal.imports(solution, options);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly(codes);
        assertThat(result.progress()).isZero();
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
        assertThat(rehearsal.jobs()).hasSize(jobs + 1);
        ImportJob job = rehearsal.lastJob();
        assertThat(result.importJobId()).contains(job.id().toString());
        assertThat(job.state()).isEqualTo(ImportJob.State.FAILED);
        assertThat(job.end().outcome()).isEqualTo("FAILED");
        assertThat(job.end().at()).isPresent();
        assertThat(job.end().errors()).contains(codes);
        return result;
    }
}
