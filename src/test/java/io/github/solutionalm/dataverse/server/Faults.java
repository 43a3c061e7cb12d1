package io.github.solutionalm.dataverse.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A script of a few faults by chance, always the same for the same seed:
 *
 * <pre>{@code
 * Faults faults = Faults.random(seed);
 * faults.play(server.script());
 * }</pre>
 *
 * <p>There are few enough of them that a client which is right can end; what it may have to say is that an operation
 * failed, or that it does not know.
 */
public final class Faults {

    private static final List<String> STARTS =
            List.of("ImportSolutionAsync", "StageAndUpgradeAsync", "DeleteAndPromoteAsync", "PublishAllXmlAsync");
    private static final List<String> CALLS = List.of(
            "WhoAmI",
            "RetrieveVersion",
            "solutions",
            "StageSolution",
            "asyncoperations",
            "importjobs",
            "msdyn_solutionhistories",
            "solutioncomponents",
            "RetrieveSolutionImportResult",
            "token",
            "*");
    private static final int[] TRANSIENT = {408, 500, 502, 503, 504};
    private static final String[] THROTTLES = {"0x80072321", "0x80072322", "0x80072326"};
    private static final int MOST_ON_THE_WIRE = 4;
    private static final int MOST_SKIPPED = 6;

    /** What a script contains, to know what outcomes are allowed. */
    public enum Kind {
        /** Something on the wire, which passes. */
        WIRE,
        /** An answer that did not arrive although the server acted. */
        LOST_ANSWER,
        /** Somebody else's operation runs for a while. */
        CONCURRENCY,
        /** The token expires. */
        TOKEN,
        /** The row of the job is late, or the job is long. */
        LATE,
        /** The job fails. */
        JOB_FAILS,
        /** The job succeeds, and components have failed. */
        FAILED_COMPONENTS,
        /** The job never ends. */
        ENDLESS
    }

    private final List<Kind> kinds = new ArrayList<>();
    private final List<Consumer<Script>> steps = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final Random random;
    private final List<String> starts;
    private final List<String> calls;

    private Faults(long seed, List<String> starts) {
        this.random = new Random(seed);
        this.starts = starts;
        this.calls = Stream.concat(CALLS.stream(), starts.stream()).toList();
    }

    /** The script of a seed. */
    public static Faults random(long seed) {
        return random(seed, STARTS);
    }

    /** The script of a seed, for what is started by these calls. */
    public static Faults random(long seed, List<String> starts) {
        Faults faults = new Faults(seed, starts);
        int count = faults.random.nextInt(MOST_ON_THE_WIRE + 1);
        for (int i = 0; i < count; i++) {
            faults.onTheWire();
        }
        faults.inTheJob();
        faults.meanwhile();
        return faults;
    }

    /** Puts them into a script. */
    public void play(Script script) {
        steps.forEach(step -> step.accept(script));
    }

    public List<Kind> kinds() {
        return List.copyOf(kinds);
    }

    /** For people, such as {@code solutions: answer 503 x2; endless job}. */
    @Override
    public String toString() {
        return words.toString();
    }

    private void onTheWire() {
        String call = calls.get(random.nextInt(calls.size()));
        int skip = random.nextInt(MOST_SKIPPED);
        int times = 1 + random.nextInt(2);
        Duration pause = Duration.ofSeconds(1 + random.nextInt(5));
        String throttle = THROTTLES[random.nextInt(THROTTLES.length)];
        int status = TRANSIENT[random.nextInt(TRANSIENT.length)];
        switch (random.nextInt(10)) {
            case 0 -> add(Kind.WIRE, call + ": throttled", rule(call, skip, times, r -> r.throttle(throttle, pause)));
            case 1 ->
                add(
                        Kind.WIRE,
                        call + ": throttled until",
                        rule(call, skip, times, r -> r.throttleUntil(throttle, pause)));
            case 2, 3 -> add(Kind.WIRE, call + ": " + status, rule(call, skip, times, r -> r.answer(status)));
            case 4 -> add(Kind.WIRE, call + ": reset", rule(call, skip, times, Rule::resetBeforeActing));
            case 5, 6 -> add(Kind.LOST_ANSWER, call + ": reset after", rule(call, skip, 1, Rule::resetAfterActing));
            case 7 -> add(Kind.LOST_ANSWER, call + ": broken off", rule(call, skip, 1, Rule::truncate));
            case 8 ->
                add(
                        Kind.LOST_ANSWER,
                        call + ": " + status + " after",
                        rule(call, skip, 1, r -> r.answerAfterActing(status)));
            default -> add(Kind.TOKEN, call + ": expired", rule(call, skip, 1, Rule::expireTokens));
        }
    }

    private static Consumer<Script> rule(String call, int skip, int times, Consumer<Rule> fault) {
        return script -> fault.accept(script.on(call).skip(skip).times(times));
    }

    private void inTheJob() {
        String call = starts.get(random.nextInt(starts.size()));
        int requests = 2 + random.nextInt(8);
        int components = 1 + random.nextInt(2);
        switch (random.nextInt(10)) {
            case 0 ->
                add(
                        Kind.JOB_FAILS,
                        call + ": job fails",
                        rule(
                                call,
                                0,
                                1,
                                r -> r.jobFails("0x80048033", "An error occurred while importing a Solution.")));
            case 1 ->
                add(
                        Kind.JOB_FAILS,
                        call + ": job times out in SQL",
                        rule(call, 0, 1, r -> r.jobFails("0x80044151", "SQL timeout expired.")));
            case 2 ->
                add(
                        Kind.FAILED_COMPONENTS,
                        call + ": failed components",
                        rule(call, 0, 1, r -> r.jobSucceedsWithFailedComponents(components)));
            case 3 -> add(Kind.ENDLESS, call + ": endless", rule(call, 0, 1, Rule::jobNeverEnds));
            case 4, 5 -> add(Kind.LATE, call + ": late row", rule(call, 0, 1, r -> r.jobRowAppearsAfter(requests)));
            case 6 -> add(Kind.LATE, call + ": long job", rule(call, 0, 1, r -> r.jobLasts(2 * requests)));
            default -> {
                // the job goes its way
            }
        }
    }

    private void meanwhile() {
        Concurrency form = Concurrency.values()[random.nextInt(Concurrency.values().length)];
        int requests = 3 + random.nextInt(12);
        boolean imports = random.nextBoolean();
        String call = starts.get(random.nextInt(starts.size()));
        int chance = random.nextInt(8);
        if (chance == 0) {
            add(Kind.CONCURRENCY, call + ": another begins, " + form, script -> {
                script.refuseConcurrencyAs(form);
                script.on(call).anotherImportBegins(requests);
            });
        }
        if (chance == 1 || chance == 2) {
            add(Kind.CONCURRENCY, "another operation runs, " + form, script -> {
                script.refuseConcurrencyAs(form);
                if (imports) {
                    script.anotherImportRuns(requests);
                } else {
                    script.anotherPublishRuns(requests);
                }
            });
        }
    }

    private void add(Kind kind, String text, Consumer<Script> step) {
        kinds.add(kind);
        words.append(words.isEmpty() ? "" : "; ").append(text);
        steps.add(step);
    }
}
