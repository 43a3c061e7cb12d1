package io.github.solutionalm.mojo.build;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;

/**
 * The operations that the goals of this Maven session have started, in all modules and folders. The summaries on
 * disk contain more, but can be deleted or replaced; this record reveals that.
 *
 * <p>Modules may run in parallel and load the plugin again, so the record is stored in Maven's request and uses JDK
 * classes only.
 */
public final class SessionOperations {

    private static final String KEY = "io.github.solutionalm.solution-maven-plugin.operations";
    private static final String PASSED = "verify has passed";
    private static final String DIRECTORY = "directory";
    private static final String PROJECT = "project";
    private static final String STATE = "state";
    private static final String STARTED = "started";
    private static final String SUCCEEDED = "succeeded";
    private static final String FAILED = "failed";

    /** The operations by id of their records; also used as the lock. */
    private final Map<String, Map<String, String>> operations;

    private SessionOperations(Map<String, Map<String, String>> operations) {
        this.operations = operations;
    }

    @SuppressWarnings("unchecked") // nobody else knows the key
    static SessionOperations of(MavenSession session) {
        Map<String, Object> data = session.getRequest().getData();
        synchronized (data) {
            Object kept = data.computeIfAbsent(KEY, key -> new LinkedHashMap<String, Map<String, String>>());
            return new SessionOperations((Map<String, Map<String, String>>) kept);
        }
    }

    public void began(String id, Path directory, String project) {
        synchronized (operations) {
            operations.put(
                    id, new LinkedHashMap<>(Map.of(DIRECTORY, directory.toString(), PROJECT, project, STATE, STARTED)));
        }
    }

    public void ended(String id, boolean success) {
        synchronized (operations) {
            operations.get(id).put(STATE, success ? SUCCEEDED : FAILED);
            operations.notifyAll();
        }
    }

    /** Removes an operation that was not started after all. */
    public void forget(String id) {
        synchronized (operations) {
            operations.remove(id);
            operations.notifyAll();
        }
    }

    /** Whether no operation was started in this session. */
    public boolean isEmpty() {
        synchronized (operations) {
            return ids().isEmpty();
        }
    }

    /** The report folders of a project's operations, or of all others'. */
    public List<Path> directories(String project, boolean others) {
        synchronized (operations) {
            return ids().stream()
                    .map(operations::get)
                    .filter(operation -> operation.get(PROJECT).equals(project) != others)
                    .map(operation -> Path.of(operation.get(DIRECTORY)))
                    .distinct()
                    .toList();
        }
    }

    /** The ids of the operations recorded in a folder. */
    public List<String> in(Path directory) {
        synchronized (operations) {
            return ids().stream()
                    .filter(id -> operations.get(id).get(DIRECTORY).equals(directory.toString()))
                    .toList();
        }
    }

    /** Waits for running operations of other modules. */
    public void awaitOthers(String project) throws InterruptedException {
        synchronized (operations) {
            while (ids().stream()
                    .anyMatch(id ->
                            isRunning(id) && !operations.get(id).get(PROJECT).equals(project))) {
                operations.wait();
            }
        }
    }

    /**
     * Lets {@code verify} pass, unless an operation has failed or started since it checked.
     *
     * @return whether it has passed; from then on, a failing operation must fail the build itself
     */
    public boolean pass() {
        synchronized (operations) {
            boolean settled = ids().stream()
                    .allMatch(id -> SUCCEEDED.equals(operations.get(id).get(STATE)));
            if (settled) {
                operations.put(PASSED, Map.of());
            }
            return settled;
        }
    }

    public boolean hasPassed() {
        synchronized (operations) {
            return operations.containsKey(PASSED);
        }
    }

    private boolean isRunning(String id) {
        return STARTED.equals(operations.get(id).get(STATE));
    }

    private List<String> ids() {
        return operations.keySet().stream().filter(id -> !id.equals(PASSED)).toList();
    }
}
