package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.OperationContext.Reading;
import io.github.solutionalm.dataverse.api.OperationTimeoutException;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Makes many small calls, four at a time: an environment takes 52 at once from one user, and others use it too. */
final class SeveralAtOnce {

    private static final int AT_ONCE = 4;

    private SeveralAtOnce() {}

    /** One call. */
    @FunctionalInterface
    interface Look<T, R> {
        R at(T item) throws WebApiException;
    }

    /**
     * Looks at items; a look that fails is noted, and has no answer.
     *
     * @param what what is to be seen, for the note of how many were left out
     * @param item what is to be seen of one item, for its note
     * @return the answers, in the order of the items
     * @throws SolutionException when the build was interrupted, or nobody is signed in
     */
    static <T, R> Map<T, R> look(List<T> items, String what, Function<T, String> item, Gaps gaps, Look<T, R> look)
            throws SolutionException {
        List<T> affordable = gaps.affordable(items, what);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, run -> {
            Thread thread = new Thread(run, "capture");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> running = new ArrayList<>();
            affordable.forEach(each -> running.add(threads.submit(() -> look.at(each))));
            Map<T, R> answers = new LinkedHashMap<>();
            for (int i = 0; i < affordable.size(); i++) {
                T each = affordable.get(i);
                gaps.look(item.apply(each), taken(running.get(i))).ifPresent(found -> answers.put(each, found));
                gaps.progress(what, i + 1, affordable.size());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> Reading<R> taken(Future<R> answer) throws OperationTimeoutException {
        try {
            R found = answer.get();
            return () -> found;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebApiException failure) {
                return () -> {
                    throw failure;
                };
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationTimeoutException("the build was interrupted");
        }
    }
}
