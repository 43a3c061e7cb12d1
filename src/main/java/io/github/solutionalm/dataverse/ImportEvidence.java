package io.github.solutionalm.dataverse;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.Finding;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiCall;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/**
 * What an environment wrote about an import that has ended.
 *
 * @param passed whether it says that the import passed, as far as it says anything
 * @param entries what its log says
 * @param documents log and data as they came
 */
record ImportEvidence(Optional<Boolean> passed, List<LogEntry> entries, JobDocuments documents) {

    /** Asks for all of it; what the environment does not have is left out. */
    static ImportEvidence of(Access access, UUID job, PlatformVersion version) throws SolutionException {
        Optional<SolutionImportResult> result = version.hasImportResult()
                ? ask(access, new RetrieveSolutionImportResult(job, access.spool()))
                : Optional.empty();
        if (result.flatMap(SolutionImportResult::log).isEmpty()) {
            Optional<SolutionImportResult> formatted =
                    ask(access, new RetrieveFormattedImportJobResults(job, access.spool()));
            boolean passed = result.map(SolutionImportResult::passed).orElse(true);
            result = formatted.map(log -> new SolutionImportResult(log.log(), passed));
        }
        Optional<Path> log = result.flatMap(SolutionImportResult::log);
        result = result.filter(r -> log.isPresent());
        Optional<Path> data =
                ask(access, new ReadImportJobData(job, access.spool())).flatMap(file -> file);
        try {
            List<LogEntry> entries = log.isPresent() ? FormattedLog.read(log.get()) : List.of();
            return new ImportEvidence(result.map(SolutionImportResult::passed), entries, new JobDocuments(log, data));
        } catch (XMLStreamException e) {
            return new ImportEvidence(Optional.empty(), List.of(), new JobDocuments(log, data));
        }
    }

    private static <T> Optional<T> ask(Access access, WebApiCall<T> call) throws WebApiException {
        try {
            return Optional.of(access.call(call));
        } catch (WebApiException e) {
            boolean none = e.kind() == Kind.NOT_FOUND
                    || e.kind() == Kind.REFUSED
                    || e.kind() == Kind.FORBIDDEN
                    || e.kind() == Kind.UNREADABLE;
            if (none) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What failed, each once. */
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

    /** What it warns of, each once. */
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
