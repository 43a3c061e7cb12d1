package io.github.solutionalm.dataverse.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The refusal of an operation because another one runs: an environment carries out one import, upgrade, removal or publication
 * at a time (docs/platform-facts.md, "Concurrent operations"). It is in an answer of any status or in a failed job's message.
 *
 * @param running the running operation, such as {@code Import}; empty when the refusal does not say
 * @param duplicateJob whether the environment knows the job id of the request already: the job may be our own, of an earlier
 *     attempt whose answer was lost
 */
public record ConcurrencyRefusal(Optional<String> running, boolean duplicateJob) {

    /** The code of an operation that waited in vain for the end of an import. */
    private static final int TIMED_OUT_FOR_IMPORT = 0x80048543;

    private static final int CONCURRENCY_FAILURE = 0x80071151;
    private static final int DUPLICATED_JOB_ID = 0x80071152;
    private static final int CONCURRENT_OPERATION = 0x80071154;
    private static final int DUPLICATED_BY_CONCURRENCY = 0x80071155;

    private static final Pattern RUNNING =
            Pattern.compile("(?i)there is (?:a previous|another) \\[([^\\]]{1,80})\\] running");
    private static final Pattern OTHER_WORDS = Pattern.compile(
            "(?i)due to (?:the installation or removal of another solution|another concurrent operation)"
                    + "|a solution is currently being imported into this environment"
                    + "|could not acquire (?:write|read|exclusive|shared) lock in time"
                    + "|CustomizationLockException");

    /** The refusal in an error of the platform; empty when it is another error. */
    public static Optional<ConcurrencyRefusal> of(PlatformError error) {
        Matcher running = RUNNING.matcher(error.message());
        boolean named = running.find();
        boolean duplicate = error.is(DUPLICATED_JOB_ID, DUPLICATED_BY_CONCURRENCY);
        boolean refused = named
                || duplicate
                || error.is(CONCURRENCY_FAILURE, CONCURRENT_OPERATION, TIMED_OUT_FOR_IMPORT)
                || OTHER_WORDS.matcher(error.message()).find();
        return refused
                ? Optional.of(
                        new ConcurrencyRefusal(named ? Optional.of(running.group(1)) : Optional.empty(), duplicate))
                : Optional.empty();
    }
}
