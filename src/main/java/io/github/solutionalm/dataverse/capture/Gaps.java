package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.EnvironmentSnapshot.Gap;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The looks that failed or were left out: each costs certainty, never the plan. Counts how many looks are left. */
final class Gaps {

    private final List<Gap> gaps = new ArrayList<>();
    private final int most;
    private int left;
    private final ImportListener listener;

    /**
     * None yet.
     *
     * @param most how many looks may be taken
     * @param listener hears how far they have come
     */
    Gaps(int most, ImportListener listener) {
        this.most = most;
        this.left = most;
        this.listener = listener;
    }

    /** Tells how far a row of looks has come. */
    void progress(String what, int done, int total) {
        listener.progress("Looking at " + what, done, total);
    }

    /**
     * Looks, and notes it if that fails.
     *
     * @param what what is to be seen
     * @return what was seen; empty when that failed
     * @throws WebApiException when the build was interrupted, or nobody is signed in
     */
    <T> Optional<T> look(String what, OperationContext.Reading<T> look) throws WebApiException {
        try {
            return Optional.of(look.read());
        } catch (WebApiException e) {
            if (e.kind() == Kind.INTERRUPTED || e.kind() == Kind.UNAUTHENTICATED) {
                throw e;
            }
            add(what, e.getMessage());
            return Optional.empty();
        }
    }

    /** Those of the items that may still be looked at, each with one request; notes how many are left out. */
    <T> List<T> affordable(List<T> items, String what) {
        int taken = Math.min(items.size(), Math.max(0, left));
        left -= taken;
        if (taken < items.size()) {
            add(
                    what + ", " + (items.size() - taken) + " more of them",
                    "that would take more than " + most + " requests (maxRequests)");
        }
        return items.subList(0, taken);
    }

    void add(String what, String why) {
        gaps.add(new Gap(what, why));
    }

    List<Gap> all() {
        return gaps;
    }
}
