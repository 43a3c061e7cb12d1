package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.JobPlace;
import io.github.solutionalm.model.Finding;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads a solution before and after an operation, to report what it added, changed and deleted. For the report only:
 * if the environment can't be read, the operation continues with a warning.
 */
public final class ContentWatch {

    private static final Duration LONGEST_LOOK = Duration.ofMinutes(3);
    /** The divisor of the time that is left: each look may take one part, the rest is for the operation. */
    private static final int PARTS = 10;

    private final OperationContext access;
    private final JobFolder folder;
    private final Consumer<Finding> warnings;

    /**
     * A watch that has not looked yet.
     *
     * @param folder folder in which the content before is kept
     * @param warnings takes warnings of looks that failed
     */
    public ContentWatch(OperationContext access, JobFolder folder, Consumer<Finding> warnings) {
        this.access = access;
        this.folder = folder;
        this.warnings = warnings;
    }

    /** A look before an operation. */
    @FunctionalInterface
    public interface Before {
        ContentBefore look(OperationContext access) throws SolutionException;
    }

    /** A look after an operation. */
    @FunctionalInterface
    public interface After {
        ContentChanges look(ContentComparison comparison) throws WebApiException;
    }

    /**
     * The result of a look before one attempt at an operation.
     *
     * @param attempt id of the attempt, by which a later build finds the look again
     * @param before the content; empty when it is unknown
     * @param failure why it is unknown
     */
    public record Seen(String attempt, Optional<ContentBefore> before, Optional<Exception> failure) {

        /** The look of an earlier build that started the operation: its content is kept in the folder. */
        public static final Seen BY_AN_EARLIER_BUILD = new Seen("", Optional.empty(), Optional.empty());
    }

    /** Looks before an operation. */
    public Seen before(Before look) {
        String attempt = UUID.randomUUID().toString();
        try {
            return new Seen(attempt, Optional.of(look.look(briefly())), Optional.empty());
        } catch (SolutionException | RuntimeException e) {
            return new Seen(attempt, Optional.empty(), Optional.of(e));
        }
    }

    /** Keeps the content before the operation is started, for a later build that may continue it. */
    public void keep(JobPlace place, Seen seen) {
        seen.before().ifPresent(before -> before.keep(folder, place, seen.attempt()));
    }

    /** Looks after an operation. Without a look before, the changes are unknown. */
    public ContentChanges after(JobFile job, Seen seen, After look) {
        Optional<ContentBefore> before =
                job.sent().attempt().equals(seen.attempt()) ? seen.before() : ContentBefore.kept(folder, job);
        if (before.isEmpty()) {
            seen.failure().ifPresent(this::warn);
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

    /** Warns of a look that failed, even by a defect of the plugin: the operation itself does not fail. */
    private void warn(Exception why) {
        warnings.accept(Findings.warning(
                "",
                "The added, changed and deleted components are not completely known, because the environment"
                        + " could not be"
                        + " asked: " + why.getMessage()));
    }
}
