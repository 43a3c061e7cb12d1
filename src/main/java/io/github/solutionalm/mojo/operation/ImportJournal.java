package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.report.ImportReport;
import io.github.solutionalm.report.json.OperationRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Records a goal's operations: report files, the build's summary that {@code verify} reads, and attached logs. The
 * goal is recorded as started before anything can fail, so that a killed build is not mistaken for one without
 * operations.
 */
public final class ImportJournal {

    private static final EnvironmentId UNKNOWN = new EnvironmentId("", "", "");

    private final String goal;
    private final Path outputDirectory;
    private final MavenBuild build;
    private final boolean attachLogs;
    private final CiReports ci;
    /** Id of the record that is started and not ended. */
    private final String goalId = UUID.randomUUID().toString();

    private EnvironmentId environment = UNKNOWN;
    private boolean failed;

    private ImportJournal(String goal, Path outputDirectory, MavenBuild build, boolean attachLogs, CiReports ci) {
        this.goal = goal;
        this.outputDirectory = outputDirectory;
        this.build = build;
        this.attachLogs = attachLogs;
        this.ci = ci;
    }

    /**
     * The files of one import.
     *
     * @param attachedAs classifier of the log, if it was attached
     */
    record Entry(ImportReport.Files files, Optional<String> attachedAs) {}

    /**
     * Opens the journal and records the goal as started.
     *
     * @throws IOException if the files can't be written; the message says what to do
     */
    public static ImportJournal begin(
            String goal, Path outputDirectory, MavenBuild build, boolean attachLogs, CiReports ci) throws IOException {
        ImportJournal journal = new ImportJournal(goal, outputDirectory, build, attachLogs, ci);
        build.operations().began(journal.goalId, outputDirectory, build.project());
        journal.put(journal.record(journal.goalId, Outcome.STARTED, "", "", List.of()));
        ci.begun();
        return journal;
    }

    /** Sets the environment of the operations. */
    public void in(EnvironmentId id) {
        environment = id;
        ci.in(id);
    }

    /** Records an operation as started. */
    public void begin(OperationRequest request) throws IOException {
        put(record(goalId, Outcome.STARTED, file(request), request.solution(), List.of()));
        ci.begun(request);
    }

    /**
     * Writes and attaches the files of an operation, and records its result in the summary.
     *
     * @param request what was asked for
     * @param policy decides whether a success counts as a failure for {@code verify}
     */
    public Entry record(OperationRequest request, ImportResult result, FailurePolicy policy) throws IOException {
        ImportReport.Files files = ImportReport.write(result, outputDirectory);
        result.documents().discard();
        OperationRecord operation = BuildSummary.of(UUID.randomUUID().toString(), result, files, outputDirectory)
                .withAnyContent(policy.anyContent());
        Optional<String> despite = policy.failureDespiteSuccess(result);
        end(despite.map(operation::withError).orElse(operation));
        List<String> gates = new ArrayList<>(AskedGates.of(request));
        if (policy.failOnWarning()) {
            gates.add("failOnWarning");
        }
        ci.ended(request, result, despite, gates);
        return new Entry(files, attachLogs ? attach(files) : Optional.empty());
    }

    /** Records an operation that could not be carried out, so that {@code verify} reports it. */
    public void record(OperationRequest request, String error) throws IOException {
        failed(file(request), request.solution(), error);
        ci.failed(request, error);
    }

    /** Records the failure of a package that can't be read. */
    public void record(Path file, String error) throws IOException {
        failed(file.toString(), "", error);
        ci.failed(file, error);
    }

    /** Records a failure without a known package. */
    public void record(String error) throws IOException {
        failed("", "", error);
        ci.failed(error);
    }

    private void failed(String file, String solution, String error) throws IOException {
        end(record(UUID.randomUUID().toString(), Outcome.FAILED, file, solution, List.of(error)));
    }

    private void end(OperationRecord operation) throws IOException {
        boolean success = operation.outcome().isSuccess() && operation.errors().isEmpty();
        failed |= !success;
        build.operations().began(operation.id(), outputDirectory, build.project());
        put(operation);
        build.operations().ended(operation.id(), success);
    }

    /**
     * The goal has ended.
     *
     * @param failure why the goal fails, if it does; recorded unless a failure is already recorded
     */
    public void close(Optional<String> failure) throws IOException {
        if (failure.isPresent() && !failed) {
            record(failure.get());
        }
        BuildSummary.remove(outputDirectory, build.id(), goalId);
        build.operations().forget(goalId);
    }

    private OperationRecord record(String id, Outcome outcome, String file, String solution, List<String> errors) {
        return new OperationRecord(
                id,
                goal,
                OperationRecord.Environment.of(environment),
                OperationRecord.File.at(file),
                OperationRecord.Solution.named(solution),
                OperationRecord.End.with(outcome, errors),
                false,
                "");
    }

    private static String file(OperationRequest request) {
        return request.importedFile().map(Path::toString).orElse("");
    }

    /** Whether a {@code verify} will report a failure. */
    enum Verify {
        FOLLOWS,
        NOT_BOUND,
        /** The goal has already run and let the build pass. */
        PASSED
    }

    /** What is known of {@code verify} now that an operation has failed. */
    Verify verify() {
        if (build.goalsToCome().verify()) {
            return Verify.FOLLOWS;
        }
        if (build.operations().hasPassed()) {
            return Verify.PASSED;
        }
        return build.goalsToCome().verifyElsewhere() ? Verify.FOLLOWS : Verify.NOT_BOUND;
    }

    /** Attaches under a new classifier, so that an earlier log of the same solution is kept. */
    private Optional<String> attach(ImportReport.Files files) {
        if (!build.hasProject()) {
            return Optional.empty();
        }
        String name = (files.environment() + "-" + files.solution()).replaceAll("[^A-Za-z0-9._-]", "_");
        String free = name;
        for (int n = 2; build.isAttached("xml", "import-log-" + free); n++) {
            free = name + "-" + n;
        }
        build.attach("xml", "import-log-" + free, files.log());
        build.attach("json", "import-result-" + free, files.result());
        return Optional.of("import-log-" + free);
    }

    private void put(OperationRecord operation) throws IOException {
        BuildSummary.put(outputDirectory, build.id(), operation);
    }
}
