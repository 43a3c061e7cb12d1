package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.Run;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a solution before and after an operation, to report what it added, changed and deleted. For the report only:
 * if the environment can't be read, the operation continues with a warning.
 */
public final class ContentWatch {

    private static final Duration LONGEST_LOOK = Duration.ofMinutes(3);
    /** Of the time that is left, each look may take one part in as many: the rest is the operation's. */
    private static final int PARTS = 10;

    private final OperationContext access;
    private final JobFolder folder;
    private final Run run;
    private String attempt = "";
    private Optional<ContentBefore> seen = Optional.empty();
    private Optional<Exception> unseen = Optional.empty();

    public ContentWatch(OperationContext access, JobFolder folder, Run run) {
        this.access = access;
        this.folder = folder;
        this.run = run;
    }

    /** A look before. */
    @FunctionalInterface
    public interface Before {
        ContentBefore look(OperationContext access) throws SolutionException;
    }

    /** A look afterwards. */
    @FunctionalInterface
    public interface After {
        ContentChanges look(ContentComparison comparison) throws WebApiException;
    }

    /** Looks before an operation. */
    public void before(Before look) {
        attempt = UUID.randomUUID().toString();
        seen = Optional.empty();
        unseen = Optional.empty();
        try {
            seen = Optional.of(look.look(briefly()));
        } catch (SolutionException | RuntimeException e) {
            unseen = Optional.of(e);
        }
    }

    /** Writes down what was there, for a later build that may take up the operation, which is started now. */
    public void keep(String solution) {
        seen.ifPresent(before -> before.keep(folder, access.api().url().toString(), solution, attempt));
    }

    /** What the operation has to be written down as, for the look before it to be found again. */
    public String attempt() {
        return attempt;
    }

    /** Looks afterwards. Without a look before nothing is known. */
    public ContentChanges after(JobFile job, After look) {
        Optional<ContentBefore> before = job.attempt().equals(attempt) ? seen : ContentBefore.kept(folder, job);
        if (before.isEmpty()) {
            unseen.ifPresent(this::warn);
            return ContentChanges.UNKNOWN;
        }
        try {
            OperationContext brief = briefly();
            InstalledRows installed = InstalledRows.of(brief.api(), brief.deadline());
            return look.look(new ContentComparison(brief, before.get(), job.solution(), installed));
        } catch (SolutionException | RuntimeException e) {
            warn(e);
            return ContentChanges.UNKNOWN;
        }
    }

    private OperationContext briefly() {
        Duration part = access.deadline().left(access.clock()).dividedBy(PARTS);
        return access.atMost(part.compareTo(LONGEST_LOOK) < 0 ? part : LONGEST_LOOK);
    }

    /** Whatever an environment answers, and were it our own mistake to stumble over it: the operation is not to blame. */
    private void warn(Exception why) {
        run.warn(List.of(Findings.warning(
                "",
                "The added, changed and deleted components are not completely known, because the environment"
                        + " could not be"
                        + " asked: " + why.getMessage())));
    }
}
