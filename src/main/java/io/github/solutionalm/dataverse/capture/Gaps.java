package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.EnvironmentSnapshot.Gap;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The looks that failed or were left out: each costs certainty, never the plan. */
final class Gaps {

    private final List<Gap> gaps = new ArrayList<>();

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

    void add(String what, String why) {
        gaps.add(new Gap(what, why));
    }

    List<Gap> all() {
        return gaps;
    }
}
