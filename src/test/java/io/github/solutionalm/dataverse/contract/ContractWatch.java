package io.github.solutionalm.dataverse.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Holds what goes to and fro between a client and a test server against the contracts. What is wrong is told at the end, so
 * that no client takes it for a failure of the environment and tries again.
 *
 * <p>Each object of an answer carries a mark that says which member of which contract it is, so that what reads it can tell
 * ({@link #read}).
 */
public final class ContractWatch {

    /** The name of the mark; a client has no use for it. */
    public static final String MARK = "@test.contract";

    private static final Map<String, ContractWatch> WATCHES = new ConcurrentHashMap<>();
    private static final Set<String> EXEMPT = Contracts.exemptions();
    private static final AtomicInteger LAST = new AtomicInteger();

    private final String id = String.valueOf(LAST.incrementAndGet());
    private final Set<String> problems = Collections.synchronizedSet(new LinkedHashSet<>());

    /** Begins to watch. */
    public ContractWatch() {
        WATCHES.put(id, this);
    }

    /** The body of a request was read; a file in it is any text. */
    public void sent(String call, JsonNode body) {
        contract(call).ifPresent(contract -> problems.addAll(BodyCheck.ofRequest(contract, body)));
    }

    /** A client of ours asked with these options, decoded and by name. */
    public void asked(String call, Map<String, String> options) {
        contract(call).ifPresent(contract -> problems.addAll(QueryCheck.of(contract, options)));
    }

    /** An answer is about to be sent, whole or page by page. */
    public void answered(String call, JsonNode body) {
        contract(call).ifPresent(contract -> {
            if (isPage(body)) {
                problems.addAll(BodyCheck.ofAnswer(Contracts.of(Contracts.PAGE), withoutRows(body)));
                body.path("value").forEach(row -> problems.addAll(BodyCheck.ofAnswer(contract, row)));
            } else {
                problems.addAll(BodyCheck.ofAnswer(contract, body));
            }
        });
    }

    /** The same answer with a mark in each object. */
    public void mark(String call, JsonNode body) {
        if (isPage(body)) {
            body.path("value").forEach(row -> mark(call, "", row));
        } else {
            mark(call, "", body);
        }
    }

    private void mark(String call, String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties())
                    .forEach(entry -> mark(
                            call, path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue()));
            object.put(MARK, id + " " + call + " " + path);
        } else {
            node.forEach(entry -> mark(call, path + "[]", entry));
        }
    }

    /**
     * A client reads a member of an object.
     *
     * @param mark of the object
     */
    public static void read(String mark, String member) {
        String[] parts = mark.split(" ", 3);
        ContractWatch watch = WATCHES.get(parts[0]);
        if (watch != null && !member.equals(MARK)) {
            watch.read(parts[1], parts[2], member);
        }
    }

    private void read(String call, String path, String member) {
        String whole = path.isEmpty() ? member : path + "." + member;
        if (EXEMPT.contains(call + " " + whole)) {
            return;
        }
        contract(call)
                .filter(contract -> Stream.concat(
                                contract.reads().stream(), Contracts.of(Contracts.PAGE).reads().stream())
                        .noneMatch(stated -> stated.path().equals(whole)))
                .ifPresent(contract -> problems.add("The client reads " + whole + " of the answer of " + call
                        + ", which its contract does not state among what is read (src/test/resources/contracts/" + call
                        + ".json)"));
    }

    private Optional<Contract> contract(String call) {
        Optional<Contract> contract = Contracts.find(call);
        if (contract.isEmpty()) {
            problems.add("There is no contract of " + call + " in src/test/resources/contracts");
        }
        return contract;
    }

    private static boolean isPage(JsonNode body) {
        return body.path("value").isArray();
    }

    private static ObjectNode withoutRows(JsonNode body) {
        ObjectNode frame = body.deepCopy();
        frame.putArray("value");
        return frame;
    }

    /** What was wrong so far. */
    public List<String> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }

    /**
     * Ends it.
     *
     * @throws AssertionError with all that was wrong
     */
    public void close() {
        WATCHES.remove(id);
        List<String> wrong = problems();
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    wrong.size() + " times client and server did not hold the contract:\n" + String.join("\n", wrong));
        }
    }
}
