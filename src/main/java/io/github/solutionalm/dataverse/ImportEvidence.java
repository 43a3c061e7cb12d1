package io.github.solutionalm.dataverse;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.FormattedLog;
import io.github.solutionalm.dataverse.api.LogEntry;
import io.github.solutionalm.dataverse.api.MissingParts;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.ReadImportJobData;
import io.github.solutionalm.dataverse.api.RetrieveFormattedImportJobResults;
import io.github.solutionalm.dataverse.api.RetrieveSolutionImportResult;
import io.github.solutionalm.dataverse.api.SolutionImportResult;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The documents of an environment about an import that has ended, and what they say.
 *
 * @param passed whether the import succeeded according to them; empty if they do not say
 * @param entries the rows of the log
 * @param documents log and data as they came
 */
record ImportEvidence(Optional<Boolean> passed, List<LogEntry> entries, JobDocuments documents) {

    /**
     * Reads all documents from the environment, each by itself: one that it does not have, or can't be asked for, is left out,
     * and another may say the same.
     */
    static ImportEvidence of(OperationContext access, UUID job) throws SolutionException {
        Optional<SolutionImportResult> result = access.look(new RetrieveSolutionImportResult(job, access.spool()));
        Optional<Path> log = result.flatMap(SolutionImportResult::log);
        if (log.isEmpty()) {
            log = access.look(new RetrieveFormattedImportJobResults(job, access.spool()))
                    .flatMap(found -> found);
        }
        Optional<Path> data =
                access.look(new ReadImportJobData(job, access.spool())).flatMap(found -> found);
        Optional<List<LogEntry>> entries = log.flatMap(FormattedLog::readable);
        Optional<ImportJobData> document = data.flatMap(ImportJobData::readable);
        return new ImportEvidence(
                passed(result.map(SolutionImportResult::passed), entries, document),
                entries.or(() -> document.map(ImportJobData::failures)).orElse(List.of()),
                new JobDocuments(log, data));
    }

    /** Whether the import succeeded: it failed if one document says so; empty when none says anything. */
    private static Optional<Boolean> passed(
            Optional<Boolean> result, Optional<List<LogEntry>> entries, Optional<ImportJobData> document) {
        Optional<Boolean> logged = entries.filter(rows -> !rows.isEmpty())
                .map(rows -> rows.stream().noneMatch(row -> row.status() == Status.FAILURE));
        return Stream.of(result, logged, document.flatMap(ImportJobData::passed))
                .flatMap(Optional::stream)
                .reduce(Boolean::logicalAnd);
    }

    /** The failures of the log, each once. */
    List<Finding> failures() {
        List<Finding> findings = new ArrayList<>();
        for (LogEntry entry : entries) {
            if (entry.status() == Status.FAILURE) {
                String code = entry.code().isBlank() ? PlatformCode.SOLUTION_ERROR.code() : entry.code();
                Finding finding = new Finding(
                        code,
                        PlatformCode.nameOf(code),
                        about(entry) + MissingParts.withoutList(entry.text()),
                        Optional.empty());
                if (!findings.contains(finding)) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    /** The warnings of the log, each once. */
    List<Finding> warnings() {
        return entries.stream()
                .filter(entry -> entry.status() == Status.WARNING)
                .map(entry -> Findings.warning(entry.code(), about(entry) + entry.text()))
                .distinct()
                .toList();
    }

    private static String about(LogEntry entry) {
        String name = entry.name().isBlank() ? entry.localizedName() : entry.name();
        String what = (entry.itemType() + " " + name).strip();
        return what.isEmpty() ? "" : what + ": ";
    }
}
