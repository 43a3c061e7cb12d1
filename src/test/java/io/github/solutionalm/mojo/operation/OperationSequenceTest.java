package io.github.solutionalm.mojo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.mojo.FakeEnvironment;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.Samples;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.report.json.OperationRecord;
import io.github.solutionalm.report.junit.AllReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationSequenceTest {

    private static final FailurePolicy STRICT = new FailurePolicy(true, false, false);
    private static final FailurePolicy LENIENT = new FailurePolicy(false, false, false);

    @TempDir
    private Path directory;

    private final RecordingLog log = new RecordingLog();

    @Test
    void aFailedImportFailsTheBuildAfterItsLogsAreWrittenAndAttached() throws Exception {
        TestBuild test = new TestBuild(directory, true);
        FakeEnvironment environment = new FakeEnvironment(Samples.failed(3), Samples.upgraded());
        assertThatThrownBy(() -> run(environment, STRICT, test, 2))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("a0.zip")
                .hasMessageContaining("0x8004F01F CannotDeleteDueToAssociation")
                .hasMessageContaining("2 more errors")
                .hasMessageContaining("ContosoOrders/1-import/import-log.xml");
        assertThat(environment.unanswered()).isOne();
        assertThat(environment.closed).isTrue();
        assertThat(outcomes()).containsExactly(Outcome.FAILED);
        assertThat(test.attached())
                .containsExactly(
                        "xml import-log-rehearsal-ContosoOrders import-log.xml",
                        "json import-result-rehearsal-ContosoOrders import-result.json");
    }

    @Test
    void withoutFailOnErrorTheRemainingPackagesAreImported() throws Exception {
        FakeEnvironment environment =
                new FakeEnvironment(Samples.failed(1), new SolutionException("The disk is full."), Samples.upgraded());
        TestBuild test = new TestBuild(directory, true);
        test.lifecycle.has("import", "verify");
        run(environment, LENIENT, test, 3);
        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.UPGRADED);
        assertThat(summary().get(1).errors()).containsExactly("The disk is full.");
        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("[WARNING]") && line.contains("solution:verify will fail"))
                .hasSize(2);
    }

    @Test
    void withoutAVerifyToComeItIsSaidThatNothingFailsTheBuild() throws Exception {
        run(new FakeEnvironment(Samples.failed(1)), LENIENT, new TestBuild(directory, true), 1);
        assertThat(log.lines()).anyMatch(line -> line.startsWith("[WARNING]") && line.contains("nothing will fail it"));
    }

    @Test
    void whatFailsAfterVerifyHasPassedFailsTheBuildItself() {
        TestBuild test = new TestBuild(directory, true);
        assertThat(test.build.operations().pass()).isTrue();

        assertThatThrownBy(() -> run(new FakeEnvironment(Samples.failed(1)), LENIENT, test, 1))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("although failOnError is false: solution:verify has already run");
    }

    @Test
    void whatHasBegunIsInTheSummaryBeforeItEnds() throws Exception {
        TestBuild test = new TestBuild(directory, true);
        CiReports ci = ci(test);
        ImportJournal journal = ImportJournal.begin("import", directory.resolve("target"), test.build, true, ci);

        assertThat(BuildSummary.read(directory.resolve("target"), test.build.id()))
                .as("before it is known of what")
                .extracting(OperationRecord::outcome)
                .containsExactly(Outcome.STARTED);

        journal.begin(imports(1).get(0));

        assertThat(BuildSummary.read(directory.resolve("target"), test.build.id()))
                .singleElement()
                .returns(Outcome.STARTED, OperationRecord::outcome)
                .returns(directory.resolve("a0.zip").toString(), record -> record.file()
                        .path());

        Path tests = directory.resolve("target/junit-reports");
        assertThat(AllReaders.failed(tests.resolve("TEST-unknown-a0-import-started.xml")))
                .as("what stays of a killed build")
                .containsExactly("ERROR import");

        journal.close(Optional.of("The file is gone."));
        ci.close(Optional.of("The file is gone."), true);

        assertThat(tests.resolve("TEST-unknown-a0-import-started.xml")).doesNotExist();
        assertThat(AllReaders.failed(tests.resolve("TEST-unknown-import.xml"))).containsExactly("ERROR import");
        assertThat(BuildSummary.read(directory.resolve("target"), test.build.id()))
                .singleElement()
                .returns(Outcome.FAILED, OperationRecord::outcome)
                .returns(List.of("The file is gone."), OperationRecord::errors);
    }

    @Test
    void whatIsNotThePackagesFaultIsAnExecutionException() throws Exception {
        SolutionException exception = new SolutionException("The disk is full.");
        assertThatThrownBy(() -> run(new FakeEnvironment(exception), STRICT, new TestBuild(directory, true), 1))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The disk is full.")
                .hasCause(exception);
        assertThat(outcomes()).containsExactly(Outcome.FAILED);
    }

    @Test
    void anEnvironmentThatDoesNotOpenFailsEveryPackage() throws Exception {
        run(new FakeEnvironment("The file is no environment."), LENIENT, new TestBuild(directory, true), 2);
        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void ourOwnFaultSaysSoEvenWithoutFailOnError() throws Exception {
        IllegalStateException defect = new IllegalStateException("layer without owner");
        assertThatThrownBy(() -> run(new FakeEnvironment(defect), LENIENT, new TestBuild(directory, true), 1))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("defect in solution-maven-plugin")
                .hasMessageContaining("layer without owner")
                .hasCause(defect);
        assertThat(outcomes()).containsExactly(Outcome.FAILED);
    }

    @Test
    void aPackageThatTakesAllMemoryFailsLikeAnyOther() throws Exception {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");
        assertThatThrownBy(() -> run(new FakeEnvironment(error), STRICT, new TestBuild(directory, true), 1))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Tried to import a0.zip but failed because: it needs more memory than the ")
                .hasMessageContaining("MAVEN_OPTS=-Xmx");
        assertThat(outcomes()).containsExactly(Outcome.FAILED);

        run(new FakeEnvironment(error, Samples.upgraded()), LENIENT, new TestBuild(directory, true), 2);
        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.UPGRADED);
    }

    @Test
    void logsThatCannotBeWrittenDoNotHideThatTheImportTookEffect() throws Exception {
        Files.createDirectories(directory.resolve("target/rehearsal/ContosoOrders/latest/import-log.xml/in the way"));
        assertThatThrownBy(
                        () -> run(new FakeEnvironment(Samples.upgraded()), STRICT, new TestBuild(directory, true), 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot write ")
                .hasMessageEndingWith(". The operation itself took effect: UPGRADED");
        assertThatThrownBy(() -> run(new FakeEnvironment(Samples.failed(1)), STRICT, new TestBuild(directory, true), 1))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("took effect");
    }

    @Test
    void whatWasNotStagedInThisRunIsNotApplied() throws Exception {
        FakeEnvironment environment = new FakeEnvironment(
                Samples.result(Outcome.SKIPPED_SAME_VERSION, List.of(), List.of(), List.of(), 0),
                Samples.result(Outcome.STAGED, List.of(), List.of(), List.of(), 0),
                Samples.result(Outcome.APPLIED, List.of(), List.of(), List.of(), 0));
        List<OperationRequest> requests = new ArrayList<>(imports(2));
        requests.add(application("a1.zip"));
        requests.add(application("a0.zip"));

        sequence(environment, STRICT, new TestBuild(directory, true)).run(List.of(), opened -> requests);

        assertThat(outcomes()).containsExactly(Outcome.SKIPPED_SAME_VERSION, Outcome.STAGED, Outcome.APPLIED);
        assertThat(environment.unanswered()).isZero();
    }

    @Test
    void anApplicationThatFailsNamesTheSolution() throws Exception {
        FakeEnvironment environment = new FakeEnvironment(Samples.failed(1));

        assertThatThrownBy(() -> sequence(environment, STRICT, new TestBuild(directory, true))
                        .run(List.of(), opened -> List.of(application("a0.zip"))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Tried to apply the upgrade of ContosoOrders in rehearsal, embedded, ");
    }

    @Test
    void anEnvironmentThatDoesNotOpenFailsEvenWhenNothingWasNamed() throws Exception {
        sequence(new FakeEnvironment("The file is no environment."), LENIENT, new TestBuild(directory, true))
                .run(List.of(), opened -> List.of());

        assertThat(summary()).singleElement().satisfies(record -> assertThat(record.errors())
                .containsExactly("The file is no environment."));
    }

    @Test
    void warningsMayFailTheBuild() throws Exception {
        assertThatThrownBy(() -> run(
                        new FakeEnvironment(Samples.upgraded()),
                        new FailurePolicy(true, true, false),
                        new TestBuild(directory, true),
                        1))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("1 warning (failOnWarning is true)")
                .hasMessageContaining("0x80072035");
        assertThat(summary().get(0).errors()).isNotEmpty();
    }

    @Test
    void withoutAProjectNothingIsAttached() throws Exception {
        TestBuild test = new TestBuild(directory, false);
        run(new FakeEnvironment(Samples.upgraded()), STRICT, test, 1);
        assertThat(test.attached()).isEmpty();
        assertThat(log.lines()).anyMatch(line -> line.endsWith("ContosoOrders/1-import/import-log.xml"));
    }

    private void run(FakeEnvironment environment, FailurePolicy policy, TestBuild test, int packages)
            throws MojoExecutionException, MojoFailureException, IOException {
        List<ImportRequest> requests = imports(packages);
        sequence(environment, policy, test).run(requests, opened -> List.copyOf(requests));
    }

    private OperationSequence sequence(FakeEnvironment environment, FailurePolicy policy, TestBuild test)
            throws IOException {
        Printout out = new Printout(log, new BaseDirectory(directory));
        ImportJournal journal = ImportJournal.begin("import", directory.resolve("target"), test.build, true, ci(test));
        journal.in(Samples.ENVIRONMENT);
        ProgressLine progress = new ProgressLine(out, Clock.systemUTC(), Optional.empty());
        return new OperationSequence(environment, journal, policy, out, progress, Clock.systemUTC());
    }

    private CiReports ci(TestBuild test) {
        return new CiReports(
                "import",
                directory.resolve("target"),
                test.build,
                new Printout(log, new BaseDirectory(directory)),
                true);
    }

    private List<ImportRequest> imports(int packages) {
        return IntStream.range(0, packages)
                .mapToObj(i -> new ImportRequest(
                        "import", directory.resolve("a" + i + ".zip"), Optional.empty(), ImportOptions.defaults()))
                .toList();
    }

    private ApplyRequest application(String file) {
        PackageFile expected = new PackageFile(directory.resolve(file).toString(), "zip", 7, "");
        return new ApplyRequest(
                "import",
                "ContosoOrders",
                Optional.of(new ApplyRequest.Expected(expected, Samples.manifest(true, Optional.empty()))),
                ImportOptions.defaults(),
                Optional.empty());
    }

    private List<OperationRecord> summary() throws IOException {
        return BuildSummary.read(directory.resolve("target")).get(0).operations().stream()
                .filter(record -> record.outcome() != Outcome.STARTED)
                .toList();
    }

    private List<Outcome> outcomes() throws IOException {
        return summary().stream().map(OperationRecord::outcome).toList();
    }
}
