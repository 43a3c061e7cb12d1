package io.github.solutionalm.mojo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Outcome;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.report.json.OperationRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that the build did is passed over, wherever its summary lies and whatever became of that. */
@Timeout(600)
class OperationsToVerifyTest {

    @TempDir
    private Path directory;

    private TestBuild test;

    @BeforeEach
    void aBuild() {
        test = new TestBuild(directory, true);
    }

    @Test
    void theOperationsOfAllFoldersOfTheProjectCount() throws Exception {
        failIn("dev", test);
        failIn("test", test);

        assertThat(operations("test").records()).hasSize(2);
        assertThat(operations("elsewhere").records()).hasSize(2);
    }

    @Test
    void ofOtherModulesTheOutcomesCount() throws Exception {
        TestBuild other = test.module("other");
        failIn("other", other);

        assertThat(operations("here").records()).isEmpty();
        assertThat(operations("here").elsewhere()).singleElement().returns(Outcome.FAILED, OperationRecord::outcome);
    }

    @Test
    void aSummaryThatWasDeletedIsMissed() throws Exception {
        failIn("here", test);
        Files.delete(directory.resolve("here/summary.json"));

        assertThat(operations("here").lost()).singleElement().asString().contains("lacks 1 operation of this build");
    }

    @Test
    void theSummaryOfAnEarlierBuildDoesNotCountForAGoalThatIsBound() throws Exception {
        test.request.setStartTime(new Date(0));
        failIn("here", test);
        TestBuild later = new TestBuild(directory, true);
        later.request.setStartTime(new Date(1000));

        OperationsToVerify operations = OperationsToVerify.of(later.build, directory.resolve("here"));

        assertThat(operations.all()).isEmpty();
        assertThat(operations.source().orElseThrow())
                .contains("started at 1970-01-01T00:00:00Z is not used: this build imported nothing");
    }

    @Test
    void askedForByItselfVerifyGoesByItAndSaysWhoseItIs() throws Exception {
        failIn("here", test);
        TestBuild later = new TestBuild(directory, true, true);
        later.request.setStartTime(new Date(1000));

        OperationsToVerify operations = OperationsToVerify.of(later.build, directory.resolve("here"));

        assertThat(operations.all()).hasSize(1);
        assertThat(operations.source()).contains("of the build started at 1970-01-01T00:00:00Z");
    }

    @Test
    void notEvenForOneOfTheCommandLineThatIsRunWithOthersThatMayImport() throws Exception {
        test.request.setStartTime(new Date(0));
        failIn("here", test);
        for (List<String> asked : List.of(
                List.of("package", "solution:verify"),
                List.of("solution:verify", "solution:import@x"),
                List.of("g:a:1:apply-upgrade", "g:a:1:verify"))) {
            TestBuild later = new TestBuild(directory, true, true);
            later.request.setStartTime(new Date(1000));
            later.request.setGoals(asked);

            assertThat(OperationsToVerify.of(later.build, directory.resolve("here"))
                            .all())
                    .as(asked.toString())
                    .isEmpty();
        }
    }

    @Test
    void whatTwoModulesWroteToOneFolderCountsOnce() throws Exception {
        failIn("here", test);
        failIn("here", test.module("other"));

        assertThat(operations("here").all()).hasSize(2);
    }

    @Test
    void theFolderOfTheGoalIsLookedAtWhateverTheSessionKnows() throws Exception {
        failIn("elsewhere", test);
        BuildSummary.put(
                directory.resolve("here"),
                test.build.id(),
                operations("elsewhere").records().get(0));

        assertThat(operations("here").records()).hasSize(2);
    }

    @Test
    void aSummaryThatLostOneOfSeveralIsMissedToo() throws Exception {
        failIn("here", test);
        failIn("here", test);
        Path summary = directory.resolve("here");
        BuildSummary.remove(
                summary,
                test.build.id(),
                BuildSummary.read(summary, test.build.id()).get(0).id());

        assertThat(operations("here").lost()).singleElement().asString().contains("lacks 1 operation of this build");
    }

    @Test
    void whatIsRunningInAnotherModuleIsWaitedFor() throws Exception {
        TestBuild other = test.module("other");
        ImportJournal running = begin("other", other);
        FutureTask<OperationsToVerify> look = new FutureTask<>(() -> operations("here"));
        Thread looking = new Thread(look);
        looking.start();
        while (looking.isAlive() && looking.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        running.close(Optional.of("It failed."));

        assertThat(look.get().elsewhere()).singleElement().returns(Outcome.FAILED, OperationRecord::outcome);
    }

    private OperationsToVerify operations(String folder) throws IOException {
        return OperationsToVerify.of(test.build, directory.resolve(folder));
    }

    private void failIn(String folder, TestBuild build) throws IOException {
        begin(folder, build).close(Optional.of("The file is gone."));
    }

    private ImportJournal begin(String folder, TestBuild build) throws IOException {
        Path output = directory.resolve(folder);
        Printout out = new Printout(new RecordingLog(), new BaseDirectory(directory));
        return ImportJournal.begin(
                "import", output, build.build, false, new CiReports("import", output, build.build, out, true));
    }
}
