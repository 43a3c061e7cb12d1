package io.github.solutionalm;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/**
 * What work takes of the thread that does it, in measures that a busy machine does not change: bytes that it allocated, and how
 * its processor time grows with its size. No test looks at the time of day; work that never ends is ended with its fork
 * (pom.xml).
 */
public final class Effort {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 3;

    private Effort() {}

    /** What is measured. */
    @FunctionalInterface
    public interface Work<X extends Exception> {
        void run() throws X;
    }

    /** The bytes that this thread allocated meanwhile, garbage included. */
    public static <X extends Exception> long bytesAllocated(Work<X> work) throws X {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    /**
     * How many times as much processor time work of four times the size takes: about 4 where it grows with the size, 16 where
     * it grows with its square, so that 9 is a limit with room on both sides. Of several rounds the quickest counts.
     *
     * @param size must be large enough for some ten milliseconds
     * @param work does work of a size
     */
    public static double ofFourTimesAsMuch(int size, IntConsumer work) {
        work.accept(size); // what is only compiled once
        long once = Long.MAX_VALUE;
        long four = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            once = Math.min(once, processorNanos(() -> work.accept(size)));
            four = Math.min(four, processorNanos(() -> work.accept(4 * size)));
        }
        return (double) four / once;
    }

    /** The processor time of this thread meanwhile. */
    public static <X extends Exception> long processorNanos(Work<X> work) throws X {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
