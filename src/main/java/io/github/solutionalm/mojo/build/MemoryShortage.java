package io.github.solutionalm.mojo.build;

import io.github.solutionalm.SolutionException;
import java.util.Locale;

/**
 * The heap is used up by a package that is larger than what this build may hold, or made to be. What was begun is rolled
 * back as after any other failure, and the memory is free again; so it is said like one.
 */
public final class MemoryShortage {

    private MemoryShortage() {}

    /** @param tried what was being done, to follow "Tried to" */
    public static SolutionException of(String tried, OutOfMemoryError e) {
        return new SolutionException(
                String.format(
                        Locale.ROOT,
                        "Tried to %s but failed because: it needs more memory than the %,d MB that Maven may use."
                                + " Real packages need less; if you trust this one, allow more with MAVEN_OPTS=-Xmx2g or in"
                                + " .mvn/jvm.config.",
                        tried,
                        Runtime.getRuntime().maxMemory() >> 20),
                e);
    }
}
