package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.report.ImportReport;
import io.github.solutionalm.report.json.OperationRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what happened: the files of each import, the build's summary that {@code verify} reads, the attached logs. What a
 * goal has begun is in the summary before anything can fail, so that a build that was killed, or never got as far as a
 * package, is not taken for one that had nothing to do.
 */
public final class ImportJournal {

    private static final EnvironmentId UNKNOWN = new EnvironmentId("", "", "");

    private final String goal;
    private final Path outputDirectory;
    private final MavenBuild build;
    private final boolean attachLogs;
    /** Id of what the goal has begun and not ended. */
    private final String goalId = UUID.randomUUID().toString();

    private EnvironmentId environment = UNKNOWN;
    private boolean failed;

    private ImportJournal(String goal, Path outputDirectory, MavenBuild build, boolean attachLogs) {
        this.goal = goal;
        this.outputDirectory = outputDirectory;
        this.build = build;
        this.attachLogs = attachLogs;
    }

    /**
     * The files of one import.
     *
     * @param attachedAs classifier of the log, if it was attached
     */
    record Entry(ImportReport.Files files, Optional<String> attachedAs) {}

    /**
     * Begins to keep what a goal does: it is in the summary as started from now on.
     *
     * @throws IOException when nothing can be written; the message says what to do
     */
    public static ImportJournal begin(String goal, Path outputDirectory, MavenBuild build, boolean attachLogs)
            throws IOException {
        ImportJournal journal = new ImportJournal(goal, outputDirectory, build, attachLogs);
        build.operations().began(journal.goalId, outputDirectory, build.project());
        journal.put(journal.record(journal.goalId, Outcome.STARTED, "", "", List.of()));
        return journal;
    }

    /** The environment is known from here on. */
    public void in(EnvironmentId id) {
        environment = id;
    }

    /** An operation begins: what the goal has begun says of what. */
    public void begin(OperationRequest request) throws IOException {
        put(record(goalId, Outcome.STARTED, file(request), request.solution(), List.of()));
    }

    /**
     * Writes and attaches the files of an import, and notes it in the summary.
     *
     * @param policy may object to the result, for {@code verify} to find
     */
    public Entry record(ImportResult result, FailurePolicy policy) throws IOException {
        ImportReport.Files files = ImportReport.write(result, outputDirectory);
        result.documents().discard();
        OperationRecord operation = BuildSummary.of(UUID.randomUUID().toString(), result, files, outputDirectory)
                .withAnyContent(policy.anyContent());
        end(policy.failureDespiteSuccess(result).map(operation::withError).orElse(operation));
        return new Entry(files, attachLogs ? attach(files) : Optional.empty());
    }

    /** Notes an operation that could not be carried out, so that {@code verify} does not take it for one that never was. */
    public void record(OperationRequest request, String error) throws IOException {
        failed(file(request), request.solution(), error);
    }

    /** The same of a package of which no more is known. */
    public void record(Path file, String error) throws IOException {
        failed(file.toString(), "", error);
    }

    /** The same when it is not even known of what. */
    public void record(String error) throws IOException {
        failed("", "", error);
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
     * @param failure why it fails, if it does; it is noted unless something failed that is noted already
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
                Operation.NONE,
                outcome,
                environment.id(),
                environment.url(),
                file,
                "",
                solution,
                "",
                "",
                false,
                errors,
                0,
                "");
    }

    private static String file(OperationRequest request) {
        return request.importedFile().map(Path::toString).orElse("");
    }

    /** Whether what fails here will still be found. */
    enum Verify {
        FOLLOWS,
        NOT_BOUND,
        /** It has looked already, and let the build pass. */
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

    /** Under a classifier of its own: an earlier log of the same solution stays what it is. */
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
