package io.github.solutionalm.benchmark;

import java.lang.management.ManagementFactory;

/**
 * One run of a measure.
 *
 * @param elapsed nanoseconds on the wall's clock
 * @param processor nanoseconds that the processor worked for the thread: says more where other processes run, but leaves
 *     out the disk, the compiler and the collector
 */
record Sample(long elapsed, long processor) {

    /** What is read off a sample. */
    enum Clock {
        ELAPSED("elapsed"),
        PROCESSOR("processor time of the thread");

        private final String label;

        Clock(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        double milliseconds(Sample sample) {
            return (this == ELAPSED ? sample.elapsed() : sample.processor()) / 1e6;
        }
    }

    static Sample now() {
        return new Sample(System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    Sample since(Sample begin) {
        return new Sample(elapsed - begin.elapsed(), processor - begin.processor());
    }
}
