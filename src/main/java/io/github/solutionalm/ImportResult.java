package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an operation did, or why it did nothing. All reports are written from it.
 *
 * @param subject what it was about
 * @param operation what was carried out, or would have been
 * @param outcome how it ended
 * @param timing its job, from when to when
 * @param findings what was wrong with it
 * @param effects what it did to components
 * @param documents what the environment itself wrote about it
 */
public record ImportResult(
        OperationSubject subject,
        Operation operation,
        Outcome outcome,
        Timing timing,
        Findings findings,
        Effects effects,
        JobDocuments documents)
        implements OperationResult {

    /**
     * The job of an operation.
     *
     * @param importJobId GUID of the import job; empty when the environment has none of it
     * @param startedOn when it started
     * @param completedOn when it ended
     * @param progress percent done, 0 to 100
     * @param phases what took how long, in the order in which it began; empty when nobody took the time
     */
    public record Timing(
            Optional<String> importJobId,
            Instant startedOn,
            Instant completedOn,
            double progress,
            List<PhaseTime> phases) {

        public Timing {
            phases = List.copyOf(phases);
        }

        /** Nobody took the time of its phases. */
        public Timing(Optional<String> importJobId, Instant startedOn, Instant completedOn, double progress) {
            this(importJobId, startedOn, completedOn, progress, List.of());
        }
    }

    /**
     * How long a part of an operation took.
     *
     * @param phase its name, for people
     * @param time how long, of all its parts together
     */
    public record PhaseTime(String phase, Duration time) {}

    /** This result, with what took how long. */
    public ImportResult timed(List<PhaseTime> phases) {
        Timing timed =
                new Timing(timing.importJobId(), timing.startedOn(), timing.completedOn(), timing.progress(), phases);
        return new ImportResult(subject, operation, outcome, timed, findings, effects, documents);
    }

    /**
     * What an operation did to components.
     *
     * @param components one entry per component, sorted by type and key
     * @param languages LCIDs that the package has texts in
     * @param hidden how many changes do not show, since another layer covers them
     * @param unpublished how many components wait for {@code publish} since this import
     * @param leftOff workflows of the package that stay off, since they were exported as drafts; by key
     * @param prediction what a plan had foretold; empty when nobody asked for a plan, or when it is not known what happened
     */
    public record Effects(
            List<ComponentResult> components,
            List<Integer> languages,
            int hidden,
            int unpublished,
            List<LeftOff> leftOff,
            Optional<Prediction> prediction) {

        public static final Effects NONE = new Effects(List.of(), List.of(), 0, 0, List.of());

        /** Effects that nobody foretold. */
        public Effects(
                List<ComponentResult> components,
                List<Integer> languages,
                int hidden,
                int unpublished,
                List<LeftOff> leftOff) {
            this(components, languages, hidden, unpublished, leftOff, Optional.empty());
        }

        public Effects {
            components = List.copyOf(components);
            languages = List.copyOf(languages);
            leftOff = List.copyOf(leftOff);
        }

        /** These effects, once they are published. */
        public Effects published() {
            return new Effects(components, languages, hidden, 0, leftOff, prediction);
        }
    }

    public Optional<String> importJobId() {
        return timing.importJobId();
    }

    public Instant startedOn() {
        return timing.startedOn();
    }

    public Instant completedOn() {
        return timing.completedOn();
    }

    public double progress() {
        return timing.progress();
    }

    public List<PhaseTime> phases() {
        return timing.phases();
    }

    public List<ComponentResult> components() {
        return effects.components();
    }

    public List<Integer> languages() {
        return effects.languages();
    }

    public int hidden() {
        return effects.hidden();
    }

    public int unpublished() {
        return effects.unpublished();
    }

    public List<LeftOff> leftOff() {
        return effects.leftOff();
    }

    public Optional<Prediction> prediction() {
        return effects.prediction();
    }

    /** How many components the operation changes in this way. */
    public int count(Change change) {
        return (int) components().stream().filter(c -> c.change() == change).count();
    }

    /** How many components ended with this status. */
    public int count(ComponentResult.Status status) {
        return (int) components().stream().filter(c -> c.status() == status).count();
    }
}
