package io.github.solutionalm.dataverse.server;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes wrong, and when. Rules are tried in the order in which they were made, and the first that fits a request and
 * is not used up has it, one for the request itself and one for the job that it starts: {@code script().on("ImportSolutionAsync").times(2).answer(503)}. A call is known by its name in
 * the path ({@code solutions}, {@code importjobs}, {@code StageSolution} …); {@code token} is the sign-in, {@code *} any
 * call. Nothing is left to chance: the same requests meet the same faults.
 */
public final class Script {

    private final List<Rule> rules = new ArrayList<>();
    private final Operations operations;
    private final Tokens tokens;
    private final ComponentRows components;
    private final Clock clock;
    private volatile Duration latency = Duration.ZERO;
    private Duration taken = Duration.ZERO;

    Script(Operations operations, Tokens tokens, ComponentRows components, Clock clock) {
        this.operations = operations;
        this.tokens = tokens;
        this.components = components;
        this.clock = clock;
    }

    /** A rule for a call; it is in force once it is said what it does. */
    public Rule on(String call) {
        return new Rule(this, call);
    }

    /** Somebody else's operation runs from now on, for as many requests to this server. */
    public Script anotherImportRuns(int requests) {
        operations.another(OperationKind.IMPORT, requests);
        return this;
    }

    /** Somebody else publishes from now on, for as many requests to this server. */
    public Script anotherPublishRuns(int requests) {
        operations.another(OperationKind.PUBLISH_ALL, requests);
        return this;
    }

    /** In which form an operation is refused while another runs. */
    public Script refuseConcurrencyAs(Concurrency form) {
        operations.refuse(form);
        return this;
    }

    /** Every solution lists as many components more. */
    public Script fillSolutions(int componentsEach) {
        components.fill(componentsEach);
        return this;
    }

    /** The components of a solution may be asked for several types at once, which not all environments carry out. */
    public Script takeSeveralTypes() {
        components.takeSeveralTypes();
        return this;
    }

    /**
     * A component counts as customized only if its unmanaged layer changes anything; no page says whether one that changes
     * nothing counts.
     */
    public Script flagChangesAlone() {
        components.flagChangesAlone();
        return this;
    }

    /**
     * Each answer of the service takes so long. Nobody waits for it: {@link #timeTaken()} says what the requests would have
     * taken one after the other.
     */
    public Script latency(Duration time) {
        latency = time;
        return this;
    }

    /** What the answers so far would have taken, as {@link #latency} says. */
    public synchronized Duration timeTaken() {
        return taken;
    }

    /** A request was answered. */
    synchronized void answered() {
        taken = taken.plus(latency);
    }

    /** Forgets all rules. */
    public synchronized Script clear() {
        rules.clear();
        return this;
    }

    synchronized Script add(Rule rule) {
        rules.add(rule);
        return this;
    }

    /** At most one rule about the request, and one about its job. */
    synchronized Fault next(String call, HttpRequest request) {
        return next(call, request, false).and(next(call, request, true));
    }

    private Fault next(String call, HttpRequest request, boolean inTheJob) {
        return rules.stream()
                .filter(rule -> rule.isFor(call, request) && rule.fault().isInTheJob() == inTheJob)
                .filter(Rule::applies)
                .findFirst()
                .map(Rule::fault)
                .orElse(Fault.NONE);
    }

    Tokens tokens() {
        return tokens;
    }

    Clock clock() {
        return clock;
    }
}
