package io.github.solutionalm.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What every reader owes to every input: a result or one of its documented exceptions, within bounded processor time. The
 * bound on memory is the heap of the process.
 */
public final class Bounds {

    private static final long SECONDS = 8;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Reads an input. */
    @FunctionalInterface
    public interface Reading {
        void run() throws Exception;
    }

    private Bounds() {}

    /**
     * Reads.
     *
     * @param documented exceptions that the reader says it throws
     * @throws AssertionError when it took too long
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static void hold(Reading reading, Class<? extends Exception>... documented) {
        long began = THREADS.getCurrentThreadCpuTime();
        try {
            reading.run();
        } catch (Exception e) {
            if (Arrays.stream(documented).noneMatch(kind -> kind.isInstance(e))) {
                throw sneaked(e);
            }
            checkMessage(e);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(THREADS.getCurrentThreadCpuTime() - began);
        if (seconds >= SECONDS) {
            throw new AssertionError(
                    String.format(Locale.ROOT, "took %,d s of processor time; the limit is %,d", seconds, SECONDS));
        }
    }

    /** Somebody reads it in a log: it has to say something, and not without end. */
    private static void checkMessage(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.isBlank() || message.equals("null")) {
            throw new AssertionError("an exception without a message", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaked(Throwable e) throws E {
        throw (E) e;
    }
}
