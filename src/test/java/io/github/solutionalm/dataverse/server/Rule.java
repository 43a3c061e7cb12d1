package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.dataverse.server.HttpReply.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One rule of a script: for which requests it is, and what it does with them. */
public final class Rule {

    private static final Map<String, String> THROTTLING = Map.of(
            "0x80072322",
            "Number of requests exceeded the limit of 6000 over time window of 300 seconds.",
            "0x80072321",
            "Combined execution time of incoming requests exceeded limit of 1200000 milliseconds over time window of 300"
                    + " seconds. Decrease number of concurrent requests or reduce the duration of requests and try again"
                    + " later.",
            "0x80072326",
            "Number of concurrent requests exceeded the limit of 52.");

    private static final HttpRequest NO_REQUEST = new HttpRequest("", "", "", Map.of(), InputStream.nullInputStream());

    private final Script script;
    private final String call;
    private String part = "";
    private int skips;
    private int times = 1;
    private Fault fault = Fault.NONE;

    Rule(Script script, String call) {
        this.script = script;
        this.call = call;
    }

    /** Lets the first requests pass. */
    public Rule skip(int requests) {
        skips = requests;
        return this;
    }

    /** Only for requests that ask for this, such as {@code msdyn_componenttype eq 26} in their filter. */
    public Rule asking(String inTheQuery) {
        part = inTheQuery;
        return this;
    }

    /** For as many requests; otherwise for one. */
    public Rule times(int requests) {
        times = requests;
        return this;
    }

    /** For all requests. */
    public Rule always() {
        return times(Integer.MAX_VALUE);
    }

    /** Answers with this status and a page for people, as front ends do, and does nothing. */
    public Script answer(int status) {
        return does(Fault.onTheWire("answer " + status, server -> HttpReply.html(status)));
    }

    /** Answers with this status and page although the server acted. */
    public Script answerAfterActing(int status) {
        return does(Fault.onTheWire("answer " + status + " after acting", server -> {
            server.act();
            return HttpReply.html(status);
        }));
    }

    /** Refuses with an error of the service, and does nothing. */
    public Script refuse(int status, String code, String message) {
        return does(Fault.onTheWire("refuse " + code, server -> error(status, code, message)));
    }

    /** Throttles: 429 with one of 0x80072321, 0x80072322, 0x80072326, and {@code Retry-After} in seconds. */
    public Script throttle(String code, Duration retryAfter) {
        String seconds = String.valueOf(retryAfter.toSeconds());
        return throttle(code, () -> seconds);
    }

    /** Throttles, with {@code Retry-After} as a date. */
    public Script throttleUntil(String code, Duration retryAfter) {
        return throttle(
                code,
                () -> DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        script.clock().instant().plus(retryAfter).atOffset(ZoneOffset.UTC)));
    }

    private Script throttle(String code, Supplier<String> retryAfter) {
        return does(Fault.onTheWire("throttle " + code, server -> error(429, code, THROTTLING.getOrDefault(code, code))
                .with("Retry-After", retryAfter.get())
                .with("x-ms-ratelimit-burst-remaining-xrm-requests", "0")));
    }

    /** Resets the connection before anything was done. */
    public Script resetBeforeActing() {
        return does(Fault.onTheWire("reset before acting", server -> HttpReply.reset()));
    }

    /** Acts, and resets the connection instead of answering. */
    public Script resetAfterActing() {
        return does(Fault.onTheWire("reset after acting", server -> {
            server.act();
            return HttpReply.reset();
        }));
    }

    /** Acts and never answers. */
    public Script loseAnswer() {
        return does(Fault.onTheWire("lose the answer", server -> {
            server.act();
            return HttpReply.never();
        }));
    }

    /** Never acts, and never answers. */
    public Script ignore() {
        return does(Fault.onTheWire("ignore", server -> HttpReply.never()));
    }

    /** Answers this, whatever was asked, and does nothing: what stands between may be anybody. */
    public Script say(int status, String contentType, String body) {
        return does(Fault.onTheWire("say " + status, server -> HttpReply.of(status, contentType, body)));
    }

    /** Acts and breaks the answer off in the middle. */
    public Script truncate() {
        return does(Fault.onTheWire("break off", server -> server.act().as(Delivery.TRUNCATED)));
    }

    /** Acts and answers whole, with JSON that ends in the middle. */
    public Script garble() {
        return does(Fault.onTheWire("garble", server -> {
            HttpReply reply = server.act();
            byte[] half = Arrays.copyOf(reply.body(), reply.body().length / 2);
            return new HttpReply(reply.status(), reply.headers(), half, Delivery.WHOLE);
        }));
    }

    /** Acts, and answers only after a while. */
    public Script slow(Duration pause) {
        return does(Fault.onTheWire("slow", server -> {
            HttpReply reply = server.act();
            LockSupport.parkNanos(pause.toNanos());
            return reply;
        }));
    }

    /** Somebody else's import begins just before the request, and runs for as many requests to the server. */
    public Script anotherImportBegins(int requests) {
        return does(Fault.onTheWire("another import begins", server -> {
            script.anotherImportRuns(requests);
            return server.act();
        }));
    }

    /** All tokens that were issued have expired when the request arrives. */
    public Script expireTokens() {
        return does(Fault.onTheWire("expire tokens", server -> {
            script.tokens().expireAll();
            return server.act();
        }));
    }

    /** Answers what a file holds, unchanged. */
    public Script replay(Path file) {
        return does(Fault.onTheWire("replay " + file.getFileName(), server -> {
            try {
                return HttpReply.of(200, "application/json; odata.metadata=minimal", Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** The job that starts fails before it did anything. */
    public Script jobFails(String code, String message) {
        return does(Fault.inTheJob("job fails " + code, plan -> plan.failing(new Failure(code, message))));
    }

    /** The job that starts succeeds, and as many of its components have failed. */
    public Script jobSucceedsWithFailedComponents(int count) {
        return does(Fault.inTheJob("failed components", plan -> plan.withFailedComponents(count)));
    }

    /** The job that starts does nothing, and never ends. */
    public Script jobNeverEnds() {
        return does(Fault.inTheJob("endless job", JobPlan::withoutEnd));
    }

    /** The job that starts ends as many requests later. */
    public Script jobLasts(int requests) {
        return does(Fault.inTheJob("long job", plan -> plan.lasting(requests)));
    }

    /** The row of the import job appears as many requests later. */
    public Script jobRowAppearsAfter(int requests) {
        return does(Fault.inTheJob("late job row", plan -> plan.rowAfter(requests)));
    }

    private Script does(Fault what) {
        fault = what;
        return script.add(this);
    }

    private static HttpReply error(int status, String code, String message) {
        return new ODataFault(status, code, message).reply(NO_REQUEST);
    }

    boolean isFor(String other, HttpRequest request) {
        return (call.equals("*") || call.equals(other))
                && (part.isEmpty() || HttpRequest.decoded(request.query()).contains(part));
    }

    /** Whether it is this request's turn; counts it. */
    boolean applies() {
        if (skips > 0) {
            skips--;
            return false;
        }
        if (times > 0) {
            times--;
            return true;
        }
        return false;
    }

    Fault fault() {
        return fault;
    }
}
