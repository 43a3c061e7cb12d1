package io.github.solutionalm.mojo;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationRecord;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.report.ImportReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what happened: the files of each import, the build's summary that {@code verify} reads, the attached logs. */
final class ImportJournal {

    private final String goal;
    private final EnvironmentId environment;
    private final Path outputDirectory;
    private final MavenBuild build;
    private final boolean attachLogs;

    ImportJournal(String goal, EnvironmentId environment, Path outputDirectory, MavenBuild build, boolean attachLogs) {
        this.goal = goal;
        this.environment = environment;
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
     * Writes and attaches the files of an import, and notes it in the summary.
     *
     * @param objection what the build itself holds against the result, for {@code verify} to find
     */
    Entry record(ImportResult result, Optional<String> objection) throws IOException {
        ImportReport.Files files = ImportReport.write(result, outputDirectory);
        result.documents().discard();
        OperationRecord operation = BuildSummary.of(result, files, outputDirectory);
        append(objection.map(text -> with(operation, text)).orElse(operation));
        return new Entry(files, attachLogs ? attach(files) : Optional.empty());
    }

    /** Notes an operation that could not be carried out, so that {@code verify} does not take it for one that never was. */
    void record(OperationRequest request, String error) throws IOException {
        if (request instanceof ImportRequest imported) {
            record(imported.file(), error);
        } else {
            append(failed("", ((ApplyRequest) request).solution(), error));
        }
    }

    /** The same of a package of which no more is known. */
    void record(Path file, String error) throws IOException {
        append(failed(file.toString(), "", error));
    }

    /** The same when it is not even known of what. */
    void record(String error) throws IOException {
        append(failed("", "", error));
    }

    private OperationRecord failed(String file, String solution, String error) {
        return new OperationRecord(
                goal,
                Operation.NONE,
                Outcome.FAILED,
                environment.id(),
                environment.url(),
                file,
                "",
                solution,
                "",
                "",
                List.of(error),
                0,
                "");
    }

    private Optional<String> attach(ImportReport.Files files) {
        String name = files.folder().getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        String classifier = "import-log-" + name;
        boolean attached = build.attach("xml", classifier, files.log())
                && build.attach("json", "import-result-" + name, files.result());
        return attached ? Optional.of(classifier) : Optional.empty();
    }

    private void append(OperationRecord operation) throws IOException {
        BuildSummary.append(outputDirectory, build.id(), operation);
    }

    private static OperationRecord with(OperationRecord operation, String error) {
        if (operation.errors().contains(error)) {
            return operation;
        }
        List<String> errors = new ArrayList<>(operation.errors());
        errors.add(error);
        return new OperationRecord(
                operation.goal(),
                operation.operation(),
                operation.outcome(),
                operation.environment(),
                operation.url(),
                operation.file(),
                operation.sha256(),
                operation.solution(),
                operation.version(),
                operation.patchOf(),
                errors,
                operation.warnings(),
                operation.result());
    }
}
